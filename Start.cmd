@echo off
rem Remembered, for a double click on Windows: sets up once, works out the day, and opens it in one window
rem in the browser. Where there is no workbook yet, the window shows how to begin. Nothing is asked here.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
title Remembered
set "PYTHONUTF8=1"
set "REMEMBERED_STARTED=Start.cmd"
pushd "%~dp0"
if errorlevel 1 goto nofolder
set "BOOK=networking.xlsx"
set "VENV=.venv\Scripts\python.exe"
if exist "python\python.exe" goto complete
:named
if defined REMEMBERED_WORKBOOK set "BOOK=%REMEMBERED_WORKBOOK%"
if exist "python\python.exe" goto day

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
rem What stops the day is said here and in the window, where it can be put right.
if not exist "%BOOK%" goto window
"%VENV%" -X utf8 -m pipeline daily -w "%BOOK%" <nul
echo.
:window
"%VENV%" -X utf8 -m pipeline open -w "%BOOK%"
if %ERRORLEVEL% NEQ 0 goto said
popd
exit /b 0

:complete
rem The zip brings all it needs. What is the user's lies in Documents, so that a newer zip laid over this one leaves it.
set "VENV=python\python.exe"
set "FOLDER="
for /f "delims=" %%d in ('python\python.exe -X utf8 -c "import platformdirs; print(platformdirs.user_documents_path())"') do set "FOLDER=%%d\Remembered"
if not defined FOLDER goto notwhole
if not exist "%FOLDER%\" mkdir "%FOLDER%"
set "BOOK=%FOLDER%\networking.xlsx"
goto named

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
:notwhole
echo Something of the zip is missing here: choose Extract All on the zip itself, then start this again from the new folder.
goto end
:nosetup
if not exist "%VENV%" goto unfinished
"%VENV%" -c "import platform, sys; sys.exit(platform.machine() == 'ARM64')" >nul 2>nul
if %ERRORLEVEL% NEQ 0 goto arm
:unfinished
echo The setup did not finish: check that you are on the internet, then start this again.
goto end
:arm
echo This Python is for ARM64 processors, for which parts of Remembered are not made. Take the zip for Windows, which
echo brings a Python that runs here, or install the 64-bit Python (x64), remove the folder .venv, and start this again.
goto end
:said
echo.
echo What is said above tells what to do; then start this again.

:end
popd
pause
endlocal
