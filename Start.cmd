@echo off
rem Remembered, for a double click on Windows: sets up once, then works out the day,
rem opens the review page, and asks before anything is sent.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
title Remembered
set "PYTHONUTF8=1"
pushd "%~dp0"
if errorlevel 1 goto nofolder
set "BOOK=networking.xlsx"
if defined REMEMBERED_WORKBOOK set "BOOK=%REMEMBERED_WORKBOOK%"
set "VENV=.venv\Scripts\python.exe"

rem What was set up is kept until the list of what is needed changes.
if not exist "%VENV%" goto setup
fc /b pyproject.toml ".venv\.setup" >nul 2>nul
if %ERRORLEVEL% EQU 0 goto day

:setup
set "FOUND="
call :try py -3
if not defined FOUND call :try python3
if not defined FOUND call :try python
if not defined FOUND goto nopython
echo Setting up, once; this takes a minute.
%FOUND% -m venv .venv
if %ERRORLEVEL% NEQ 0 goto nosetup
"%VENV%" -m pip install --quiet --disable-pip-version-check -e .
if %ERRORLEVEL% NEQ 0 goto nosetup
copy /y pyproject.toml ".venv\.setup" >nul
type nul >".venv\.ready"

:day
if exist "%BOOK%" goto made
if exist backups goto made
if exist outbox goto made
"%VENV%" -m pipeline init "%BOOK%"
if %ERRORLEVEL% NEQ 0 goto said
:made
"%VENV%" -m pipeline daily -w "%BOOK%"
if %ERRORLEVEL% NEQ 0 goto said
"%VENV%" -m pipeline review -w "%BOOK%"
if %ERRORLEVEL% NEQ 0 goto said

echo.
choice /c YN /n /m "Send what you approved now? Press Y to send, N to leave it for later: "
if %ERRORLEVEL% NEQ 1 goto later
"%VENV%" -m pipeline send -w "%BOOK%" --yes
if %ERRORLEVEL% NEQ 0 goto notall
echo.
echo That is all for today.
goto end

:try
%* -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if %ERRORLEVEL% EQU 0 set "FOUND=%*"
exit /b 0

:nofolder
echo The folder of this file could not be opened. Copy it to a folder of your own, then start this again.
goto end
:nopython
echo Remembered needs Python 3.11 or newer: get it from https://www.python.org/downloads/, then start this again.
goto end
:nosetup
echo The setup did not finish: check that you are on the internet, then start this again.
goto end
:said
echo.
echo What is said above tells what to do; then start this again.
goto end
:notall
echo.
echo Not everything went: what is said above tells what to do.
goto end
:later
echo.
echo Nothing was sent. What you approved stays approved.

:end
popd
pause
endlocal
