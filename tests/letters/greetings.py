"""Greetings of people of many places, each with the names of its row: first | last | salutation | the letter's first line."""

from __future__ import annotations

GOOD = """
Priya|Nair||Respected Priya Ma'am,
Priya|Nair||Dear Dr. Nair Ma’am,
Priya|Nair||Namaste Priya ji,
Mehmet|Yılmaz||Merhaba Mehmet Bey,
Anna|Kowalska||Dzień dobry Pani Anno,
Jiří|Novák||Vážený pane Nováku,
Hans|Meier||Grüezi Herr Meier
Nguyen|Thi Lan||Kính gửi chị Lan,
Wanjiru|Kamau||Habari Wanjiru,
Aliyu|Bello||Dear Alhaji Aliyu Bello,
Siobhán|O'Rourke||A Siobhán, a chara,
Or|Levi||Dear Or Levi,
Paul|Adair, Jr.||Dear Paul Adair, Jr.,
Minh-thu|de la Cruz||Dear Minh-thu de la Cruz,
Iris|Moss III||Dear Iris Moss III,
Thomas|Reed|Tommo|Dear Tommo,
Alice|Moreau||Dear Ms. Moreau,
Alice|Moreau||Dear Alice,
Alice|Moreau||Dear Alice Moreau,
Alice|Moreau||Dear Alice Moreau:
Alice|Moreau||Dear Dr. Moreau —
Alice|Moreau||Hello Alice,
Alice|Moreau||Hello, Alice,
Alice|Moreau||Hello again, Alice,
Alice|Moreau||Hi Alice!
Alice|Moreau||Hi Alice - I hope this finds you well.
Alice|Moreau||Hi Alice, thank you for writing.
Alice|Moreau||Hi there, Alice,
Alice|Moreau||Hey Alice,
Alice|Moreau||Good morning, Alice,
Alice|Moreau||Good morning Ms. Moreau,
Alice|Moreau||Good afternoon, Professor Moreau:
Alice|Moreau||Good evening Alice,
Alice|Moreau||Good morning, dear Alice,
Alice|Moreau||Greetings, Ms. Moreau,
Alice|Moreau||Greetings from Columbus, Alice,
Alice|Moreau||To Alice Moreau:
Alice|Moreau||To: Ms. Alice Moreau
Alice|Moreau||My dear Alice,
Alice|Moreau||Dearest Alice,
Alice|Moreau||Alice,
Alice|Moreau||Alice:
Alice|Moreau||Alice -
Alice|Moreau||Alice
Alice|Moreau||Ms. Moreau:
Alice|Moreau||Alice, I saw your talk in May.
Alice|Moreau||Hi Alice. Thank you for your note.
Alice|Moreau||Dear Alice.
Alice|Moreau||Dear Madame Moreau,
Alice|Moreau||Bonjour Madame Moreau,
Alice|Moreau||Chère Madame Moreau,
Alice|Moreau||Chère Alice,
Alice|Moreau||Bonsoir Alice,
Alice|Moreau||Dear Commander Moreau,
Alice|Moreau||Dear Vice Provost Moreau,
Alice|Moreau||Dear Special Agent Moreau,
Alice|Moreau||Dear Lead Ranger Moreau,
Alice|Moreau||Dear Chef Moreau,
Alice|Moreau||Dear Councilwoman Moreau,
Alice|Moreau||Dear Maître Moreau,
Alice|Moreau||Dear Alice J. Moreau,
Alice|Moreau||Dear A. Moreau,
Alice|Moreau||Dear Alice Rose Moreau,
Alice|Moreau||Dear Moreau Alice,
Alice|Moreau||Respected Ms. Moreau,
Alice|Moreau||Respected Alice madam,
Alice|Moreau||Dear Ms. Moreau, good morning.
Alice|Moreau||Sehr geehrte Frau Moreau,
Alice|Moreau||Estimada Sra. Moreau:
Mary Ann|O'Brien-Smith||Dear Mary Ann,
Mary Ann|O'Brien-Smith||Dear Ms. O'Brien-Smith,
Mary Ann|O'Brien-Smith||Dear Ms. O’Brien Smith,
Mary Ann|O'Brien-Smith||Dear Ms. O'Brien,
Mary Ann|O'Brien-Smith||Dear Maryann,
José|Núñez||Dear Señor Núñez,
José|Núñez||Estimado Sr. Núñez:
José|Núñez||Dear Jose Nunez,
José|Núñez||Hola José,
José|Núñez||¡Hola, José!
José|Núñez||Muy estimado señor Núñez:
José|Núñez||Buenos días, don José:
José|Ortega y Gasset||Estimado Prof. Ortega y Gasset:
José|Ortega y Gasset||Dear Dr. Ortega,
Gabriel|García Márquez||Dear Mr. García Márquez,
Gabriel|García Márquez||Dear Mr. Garcia,
Gabriel|García Márquez||Querido Gabriel:
Ludwig|van Beethoven||Dear Mr. van Beethoven,
Ludwig|van Beethoven||Dear Mr. Beethoven,
Ludwig|van Beethoven||Geachte heer Van Beethoven,
Ludwig|van Beethoven||Beste Ludwig,
Jürgen|Krämer||Dear Frau Dr. Krämer,
Jürgen|Krämer||Sehr geehrter Herr Dr. Krämer,
Jürgen|Krämer||Dear Mr. Kraemer,
Jürgen|Krämer||Lieber Jürgen,
Jürgen|Krämer||Hallo Jürgen,
Jürgen|Krämer||Guten Tag, Herr Krämer,
Jürgen|Krämer||Sehr geehrter Herr Dipl.-Ing. Krämer,
Jürgen|Krämer||Sehr geehrter Herr Professor Dr. Dr. h.c. Krämer,
Anna-Lena|von der Heide||Sehr geehrte Frau von der Heide,
Anna-Lena|von der Heide||Dear Anna Lena,
Sean|Mac Donald||Dear Mr. MacDonald,
Maria|De La Cruz||Dear Ms. Delacruz,
Maria|de la Cruz||Dear Ms. Cruz,
Joao|Sá e Melo||Prezado Senhor Sá e Melo,
João|da Silva||Caro João,
João|da Silva||Exmo. Sr. Dr. João da Silva,
João|da Silva||Bom dia, João,
Ana|Sousa||Exma. Sra. D.ª Ana Sousa,
Ana|Sousa||Olá Ana,
Giulia|D'Angelo||Gentile Dott.ssa D'Angelo,
Giulia|D'Angelo||Cara Giulia,
Giulia|D'Angelo||Buongiorno Giulia,
Giulia|D'Angelo||Egregia Dottoressa D’Angelo,
伟|王||Dear 王伟,
伟|王||尊敬的王伟先生：
伟|王||王先生：
伟|王||王伟，您好！
伟|王||尊敬的王经理：
Wei|Wang||Dear Wang Wei,
Wei|Wang||Dear Mr. Wang,
太郎|山田||山田様
太郎|山田||山田太郎様
太郎|山田||Dear 山田さん,
Taro|Yamada||Dear Yamada-san,
Taro|Yamada||Dear Yamada Taro,
민수|김||김민수님께,
민수|김||안녕하세요 김 부장님,
Min-su|Kim||Dear Min Su,
Min-su|Kim||Dear Mr. Kim,
Min-su|Kim||Dear Kim Min-su,
Мария|Орлова||Уважаемая Мария Орлова!
Мария|Орлова||Дорогая Мария,
Мария|Орлова||Здравствуйте, Мария!
Olena|Шевченко||Шановна Olena,
Andrzej|Kowalski||Szanowny Panie Kowalski,
Anna|Kowalska||Droga Anno,
Anna|Kowalska||Szanowna Pani Anno,
Jan|Novák||Vážený pane Nováku,
Petr|Dvořák||Milý Petře,
Anna|Kovács||Tisztelt Kovács Anna!
Péter|Nagy||Kedves Péter!
Péter|Nagy||Tisztelt Nagy Úr!
Γιώργος|Παπαδόπουλος||Αγαπητέ κύριε Παπαδόπουλε,
Łukasz|Nowak||Dear Lukasz,
Siobhán|Ní Bhriain||Dear Siobhan,
Siobhán|Ní Bhriain||Dear Ms. Ní Bhriain,
Søren|Kjær||Kære Søren,
Søren|Kjær||Dear Soren,
Åsa|Öberg||Hej Åsa,
Åsa|Öberg||Dear Ms. Oberg,
Matti|Virtanen||Hyvä Matti Virtanen,
Guðrún|Jónsdóttir||Kæra Guðrún,
Mehmet|Yılmaz||Sayın Mehmet Yılmaz,
Mehmet|Yılmaz||Sayın Yılmaz,
Mehmet|Yılmaz||Dear Mehmet Bey,
Ioana|Popescu||Stimată doamnă Popescu,
Dragan|Petrović||Poštovani gospodine Petroviću,
Rasa|Kazlauskienė||Gerbiama Rasa Kazlauskiene,
Nguyen|Van An||Kính gửi anh An,
Thi Mai|Trần||Dear Ms. Tran,
Somchai|Jaidee||Dear Khun Somchai,
Rajesh|Sharma||Dear Sharma ji,
Rajesh|Sharma||Respected Sharma Sahab,
Rajesh|Sharma||Namaste Rajesh ji,
S.|Venkatesan||Dear Mr. Venkatesan,
S.|Venkatesan||Dear S. Venkatesan,
J. R. R.|Tolkien||Dear Professor J. R. R. Tolkien,
J.R.R.|Tolkien||Dear J.R.R.,
Abdul Rahman|Al-Farsi||Dear Dr. Al Farsi,
Abdul Rahman|Al-Farsi||Dear Mr. Alfarsi,
Abdul Rahman|Al-Farsi||Dear Abdul Rahman,
Fatima|bint Ahmed||Dear Fatima,
عمر|حداد||عزيزي عمر،
דוד|כהן||שלום דוד,
प्रिया|शर्मा||प्रिय प्रिया जी,
Teuila|Fa‘alogo||Dear Ms. Faalogo,
Kaʻiulani|Akana||Aloha Kaiulani,
Suharto|||Yth. Bapak Suharto,
Madonna|||Dear Madonna,
Cher|||Dear Cher,
Mila|Kara||Mila,
Dag|Hammarskjöld||Dag,
Jack|Ma||Dear Jack Ma,
Ana|Do||Dear Ms. Do,
Ana|Null||Dear Ms. Null,
Nan|Goldin||Dear Nan Goldin,
Martin|King|Dr. King|Dear Dr. King,
Martin Luther|King Jr.||Dear Dr. King Jr.,
Sammy|Davis||Dear Sammy Davis Jr.,
Charles|Dean||Dear Mr. Dean,
Learned|Hand||Dear Judge Hand,
William|Gates|Bill|Dear Bill,
William|Gates|Bill Gates|Dear Bill Gates,
Thomas|Reed|Tomek|Hi Tomek,
Grace|Okafor|Dr. Okafor|Good morning, Dr. Okafor,
Ben|Li||Dear Ben Li,
Thi|To||Dear Mr. To,
Xu|Li||Dear Xu Li,
Tom|Reed||November 24, 2026

Dear Tom,
Ann|Lee|Ms. Lee|Dear Ms. Lee,
R|Patel||Dear Rahul Patel,
Mary|Smith-Jones||Dear Mrs Smith Jones
Pat|O'Neil||Dear Pat O'Neil, hello from Porto.
Priya|Raman||Dear Dr Raman,
Priya|Raman||Hi Priya,
Prof. Dr. Ada|Cole||Dear Prof. Dr. Ada Cole,
Bruno|Dr. Weiss||Dear Dr. Weiss,
Bruno|Weiss||Dear the Reverend Weiss,
Hans-Peter|Schmidt||Lieber Hans-Peter,
Hans-Peter|Schmidt||Hallo Herr Schmidt,
Chloé|Lefèvre-Dubois||Bonjour Chloé,
Chloé|Lefèvre-Dubois||Madame Lefèvre,
Oluwaseun|Adeyemi||Dear Mr Adeyemi,
Oluwaseun|Adeyemi||Dear Chief Adeyemi,
Xiaoming|Li||Dear Professor Li,
Xiaoming|Li||Dear Li Xiaoming,
Tadeusz|Wójcik||Szanowny Panie Profesorze Wójcik,
Kristín|Sigurðardóttir||Dear Kristin,
Kristín|Sigurðardóttir||Sæl Kristín,
Ivo|Ivanov||Уважаеми г-н Ivanov,
Bjørn|Hansen||Hei Bjørn!
Bjørn|Hansen||Dear Bjorn Hansen,
Noor|El-Sayed||Dear Ms. El Sayed,
Noor|El-Sayed||As-salamu alaykum Noor,
Seán|Ó Briain||Dear Seán,
Nguyễn|Thị Hoa||Dear Ms. Hoa,
Aung|Kyaw||Dear U Aung Kyaw,
Wanjiru|Kamau||Habari Wanjiru,
Leilani|Kealoha||Aloha e Leilani,
Tom|St. John||Dear Mr. St. John,
Tom|St. John||Dear Mr. St John,
Rev. Ada|Cole||Dear Rev. Cole,
Ada|Cole||Dear Rt. Rev. Cole,
Ada|Cole||Dear Sergeant First Class Cole,
Ada|Cole||Dear Assistant District Attorney Cole:
Ada|Cole||Hello Ms. Ada Cole;
Ada|Cole||Good day Ms. Cole,
Ada|Cole||Ada - good to meet you yesterday.
Ada|Cole||Dear Ada – I hope all is well.
Ada|Cole||Ms. Cole
Ada|Cole||Ada!
Ada|Cole||Happy Monday, Ada!
Ada|Cole||Dear Ada, Good morning!
D'Arcy|McNeil||Dear D’Arcy,
Jean-François|de La Fontaine||Cher Monsieur de La Fontaine,
Eun-ji|Park||Dear Eunji,
Zoë|O'Hara Smith||Dear Zoe,
María José|Pérez||Estimada María José:
Vikram|Seth||Dear Seth sahib,
Mustafa|Öztürk||Merhaba Mustafa Bey,
Giovanni|Rossi||Gent.mo Dott. Rossi,
Inês|Carvalho||Cara Inês,
Paulo|Souza Jr.||Prezado Paulo,
Ng|Wei Ling||Dear Ms Ng,
Aleksandra|Nowak-Kowalska||Dzień dobry Pani Aleksandro,
Aristotelis|Onasis||Dear Aristotelis,
"""

BAD = """
Ann|Moss||Hi Ann Hi Ann,
Ann|Moss||Hello Ann hello Ann,
Anna|Kowalska||Szanowny Panie Nowak,
Kenji|Tanaka||Suzuki-san,
Jr. Paul|Adair||Dear Jr. Paul Adair,
Paul|Adair|Jr. Adair|Dear Jr. Adair,
Iris|Moss||Dear III Moss,
Tom or Ann|Reed||Dear Tom or Ann Reed,
Alice|Moreau||Hello, Bob,
Alice|Moreau||Dear Alicia,
Alice|Moreau||Dear Bob,
Alice|Moreau||Dear Ms. Chen,
Alice|Moreau||Good afternoon, Ms. Chen,
Alice|Moreau||Ms. Chen:
Alice|Moreau||Bob,
Alice|Moreau||Bob -
Alice|Moreau||Bob
Alice|Moreau||Bob Chen:
Alice|Moreau||Bob, I saw your talk in May.
Alice|Moreau||Hi Bob - thank you for writing.
Alice|Moreau||Hi Bob! Thank you for writing.
Alice|Moreau||Hi Bob. Thank you for writing.
Alice|Moreau||Hi Bob thank you for writing.
Alice|Moreau||Hey Bob,
Alice|Moreau||Hey, Bob!
Alice|Moreau||Good morning Bob,
Alice|Moreau||Good morning, Dr. Chen —
Alice|Moreau||Greetings, Bob,
Alice|Moreau||Greetings Mr. Chen:
Alice|Moreau||To Bob Chen:
Alice|Moreau||To: Mr. Chen
Alice|Moreau||Bonjour Bob,
Alice|Moreau||Chère Madame Dupont,
Alice|Moreau||Sehr geehrte Frau Müller,
Alice|Moreau||Sehr geehrter Herr Dr. Müller!
Alice|Moreau||Hallo Bob,
Alice|Moreau||Estimado Sr. López:
Alice|Moreau||Hola Bob,
Alice|Moreau||Caro Roberto,
Alice|Moreau||Prezada Sra. Lopes,
Alice|Moreau||Gentile Dott. Rossi,
Alice|Moreau||Ciao Roberto!
Alice|Moreau||Geachte heer Jansen,
Alice|Moreau||Hej Bob,
Alice|Moreau||Szanowna Pani Nowak,
Alice|Moreau||Kedves Péter!
Alice|Moreau||Dear Alice Chen,
Alice|Moreau||Dear Bob Moreau,
Alice|Moreau||Dear Alice and Bob,
Alice|Moreau||Dear Alice & Bob,
Alice|Moreau||Dear Ms. Moreau and Mr. Chen,
Alice|Moreau||Dear Mr. and Mrs. Moreau,
Alice|Moreau||Dear Alice + Bob,
Alice|Moreau||Dear Alice/Bob,
Alice|Moreau||Dear Alice, dear Bob,
Alice|Moreau||Dear Alice, Bob,
Alice|Moreau||Liebe Alice und lieber Bob,
Alice|Moreau||Chers Alice et Bob,
Alice|Moreau||Dear Alice Moreau, PhD,
Alice|Moreau||Dear Alice Moreau PhD,
Alice|Moreau||Dear PhD Dr. Alice Moreau,
Alice|Moreau||Dear Ph.D. Moreau,
Alice|Moreau||Dear Alice Moreau, M.A.,
Alice|Moreau||Dear Alice Moreau, MBA,
Alice|Moreau||Dear Dr. Alice Moreau, M.D.,
Alice|Moreau||Dear Alice Moreau MD,
Alice|Moreau||Dear Ms. Moreau, RN:
Alice|Moreau||Dear Alice Moreau, CPA, PMP,
Alice|Moreau||Hello Alice Moreau MSW,
Alice|Moreau PhD||Dear Alice Moreau PhD,
Alice|Moreau, MBA||Dear Alice Moreau, MBA,
Alice|Moreau||Dear Alice (she/her),
Alice|Moreau||Dear Alice she/her,
Alice|Moreau||Dear Alice they/them,
Alice (she/her)|Moreau||Dear Alice (she/her) Moreau,
Alice|Moreau||Dear Alice (HR),
Alice|Moreau||Dear Alice 😀,
Alice 😀|Moreau||Dear Alice 😀 Moreau,
Alice|Moreau||Dear Alice ★,
Alice|Moreau||Dear Alice™,
Alice|Moreau||Dear Alice ✨ Moreau,
Alice|Moreau||Hi 👋 Bob,
Alice|Moreau||Dear Alice Moreau 2,
Alice|Moreau||Dear 1042,
Alice|Moreau||Dear Alice2,
Alice 2|Moreau||Dear Alice 2 Moreau,
Alice|0||Dear Alice 0,
Alice|Moreau||Dear 0,
Alice|Moreau||Dear alice@example.com,
Alice|Moreau||Hello @alice,
Lisa|Yes||Dear Lisa Yes,
Lisa|True||Dear Lisa True,
Lisa|FALSE||Dear Lisa FALSE,
Lisa|None||Dear Lisa None,
Lisa|nan||Dear Lisa nan,
Alice|Moreau||Dear None,
Alice|Moreau||Dear nan,
Alice|Moreau||Dear True,
Alice|Moreau||Dear Yes,
Alice|Moreau||Dear null,
Alice|Moreau||Dear Undefined,
Alice|Moreau||Dear TBD,
Alice|Moreau||Dear Ms.,
Alice|Moreau||Dear Mr.,
Alice|Moreau||Dear Dr.
Alice|Moreau||Dear Professor,
Alice|Moreau||Dear Prof. Dr.,
Alice|Moreau||Hello Dr.,
Alice|Moreau||Sehr geehrte Frau,
Alice|Moreau||Sehr geehrte Frau Dr.,
Alice|Moreau||Estimada Sra.:
Alice|Moreau||Dear CEO,
Alice|Moreau||Dear Director,
Alice|Moreau|CEO|Dear CEO,
Alice|Moreau||Dear Hiring Manager,
Alice|Moreau||Dear Recruiter,
Alice|Moreau||Dear Hiring Team,
Alice|Moreau||Dear HR,
Alice|Moreau||Hiring Manager:
Alice|Moreau||Dear Customer,
Alice|Moreau||Dear Applicant,
Alice|Moreau||Dear Mom,
Alice|Moreau||Dear Dear Alice,
Alice|Moreau||Dear Dear,
Alice|Moreau||Dear Hello Alice,
Alice|Moreau||Hello Dear Alice,
Alice|Moreau||Dear, Dear Alice,
Alice|Moreau||Hi Hi Alice,
Alice|Moreau||Dear Hi Alice,
Alice|Moreau||Dear Good morning Alice,
Alice|Moreau||Dear Hello, Alice,
Alice|Moreau||Dear Liebe Alice,
Alice|Moreau||Bonjour Chère Alice,
JosÃ©|NÃºÃ±ez||Dear JosÃ© NÃºÃ±ez,
José|Núñez||Dear JosÃ©,
FranÃ§ois|Roy||Dear FranÃ§ois,
Jos�|Roy||Dear Jos�,
ÐœÐ°Ñ€Ð¸Ñ|Roy||Dear ÐœÐ°Ñ€Ð¸Ñ,
J?rgen|Krämer||Dear J?rgen,
Jürgen|KrâˆšÂ§mer||Dear KrâˆšÂ§mer,
РњР°СЂРёСЏ|Orlova||Dear РњР°СЂРёСЏ,
Siobhán|O‚Äôbrien||Dear O‚Äôbrien 1,
伟|王||Dear 王芳,
伟|王||李先生：
伟|王||尊敬的李伟先生：
太郎|山田||田中様
민수|김||이민수님께,
Мария|Орлова||Уважаемый Иван Петров!
Мария|Орлова||Дорогая Анна,
Ludwig|van Beethoven||Dear Mr. van Gogh,
Ludwig|van Beethoven||Dear van,
José|Núñez||Dear Señor García,
Gabriel|García Márquez||Dear Mr. Vargas,
Mary Ann|O'Brien-Smith||Dear Mary Jane,
Min-su|Kim||Dear Mr. Park,
Taro|Yamada||Dear Tanaka-san,
Rajesh|Sharma||Dear Verma ji,
Mehmet|Yılmaz||Dear Ahmet Bey,
Tom|Reed||Dear Tim,
Tom|Reed||Dear Mr. Read,
Tom|Reed||Dear Reid,
Jan|Novák||Dear Ms. Novotná,
Ana|Sousa||Dear Anna,
Eric|Holm||Dear Erica,
Paula|Smith||Dear Paul,
Maria|Silva||Dear Maria Santos,
Ana|Lindqvist-Berg||Dear Ms. Berger,
Kim Soo & Tom|Reed||Dear Kim Soo & Tom Reed,
Ann and Joe|Fox||Dear Ann and Joe,
Reed Tom (HR)|||Dear Reed Tom (HR),
Alice|Moreau||Dear "Alice" Moreau,
Alice|Moreau||Dear <Alice>,
Alice|Moreau||Dear *Alice*,
Alice|Moreau||Dear Alice_Moreau,
Alice|Moreau||Dear #Alice,
Alice|Moreau||Dear Alice = Moreau,
Alice|Moreau||November 24

Dear Bob,
Priya|Raman||Dear Dr Rahman,
Priya|Raman||Hi Pria,
Priya|Raman||Dear Mr. Raj,
Priya|Raman||Hey Susan!
Priya|Raman||Dear Susan Raman,
Priya|Raman||Dear Priya Kumar,
Priya|Raman||Dear Priya, Susan and all,
Priya|Raman||Dear Dr. Raman / Dr. Chen,
Priya|Raman||Dear Priya Raman, BSc (Hons),
Priya|Raman||Dear Priya, MSc,
Priya|Raman||Dear Prof. Dr. rer. nat.,
Priya|Raman||Dear FIRSTNAME,
Priya|Raman||Dear First Last,
Priya|Raman||Dear <<Name>>,
Priya|Raman||Dear %NAME%,
Priya|Raman||Dear #REF!,
Priya|Raman||Dear Priya Raman 42,
Priya|Raman||Dear Priya.Raman@example.com,
Priya|Raman||Dear www.example.com,
Priya|Raman||Dear Priya ❤️,
Priya|Raman||Dear Priya (she/they),
Priya|Raman||Lieber Klaus,
Priya|Raman||Bonjour Monsieur Martin,
Priya|Raman||Ola Joana,
Priya|Raman||Kære Lars,
Priya|Raman||Hello Ms. Patel - thanks for your time.
Priya|Raman||Susan - thanks for your time.
Priya|Raman||Susan! Thanks for your time.
Priya|Raman||Mr. Chen
Priya|Raman||Happy Monday, Susan!
Priya|Raman||Good Morning Susan Chen
Priya|Raman||dear susan,
Priya|Raman||hi susan,
Priya|Raman||DEAR SUSAN,
Priya|Raman||Dear Dr,
Priya|Raman||Dear Miss,
Priya|Raman||Dear Ms
Priya|Raman||Dear Sra.,
Priya|Raman||Hello hello Priya,
Priya|Raman||Dear dear Priya,
Priya|Raman||Greetings Dear Priya,
Priya|Raman||Dear FALSE,
Priya|Raman||Dear Priya No Name,
Priya|Raman||Dear Priya Unknown,
Priya|Raman||Dear MÃ¼ller,
Bjørn|Hansen||Dear BjÃ¸rn,
Bjørn|Hansen||Dear Bj�rn,
Chloé|Roy||Dear ChloÃ©,
Priya|Raman||Dear Human Resources,
Bruno|Weiss||Dear To Mr. Weiss,
Bruno|Weiss||Dear To Whom It May Concern,
Bruno|Weiss||Dear Cara Weiss,
Bruno|Weiss||Dear for Bruno Weiss,
Bruno|Weiss||Dear The Bruno Weiss,
Bruno|Weiss||Dear Bruno Prof. Weiss,
Bruno|Weiss||Dear Mr. Weiss Dear Bruno,
Bruno|Weiss||Dear Bruno or colleagues,
Bruno|Weiss||Dear Brunno,
Bruno|Dr. Weiss||Dear Bruno Dr. Weiss,
Dear Bruno|Weiss||Dear Dear Bruno Weiss,
"""

DOUBTFUL = """
Priya|Nair||Dear Ma'am,
Alice|Moreau|Bob|Dear Bob,
Alice|Moreau|Hiring Manager|Dear Hiring Manager,
Alice|Moreau|Friend of Ann|Dear Friend of Ann,
Alice|Moreau|Contact|Dear Contact,
alice|moreau||Dear alice moreau,
alice.moreau|||Dear alice.moreau,
Moreau, Alice|||Dear Moreau, Alice,
Alice at Example Harbor|||Dear Alice at Example Harbor,
Alice|Moreau - Example Harbor||Dear Alice Moreau - Example Harbor,
info|||Dear info,
Harbor|Recruiting||Dear Harbor Recruiting,
William|Gates||Dear Bill,
Robert|Shaw||Hi Bob,
Robert|Shaw||Dear Bob Shaw,
Alexander|Shaw||Dear Alex,
Thomas|Reed||Dear Tommy,
Alice|Moreau||DEAR MS. MOREAU,
Alice|Moreau||Dear ALICE,
ALICE|MOREAU||Dear ALICE MOREAU,
Alice|Moreau||Dear Sir or Madam,
Alice|Moreau||Dear Sir,
Alice|Moreau||Dear Madam,
Alice|Moreau||To whom it may concern:
Alice|Moreau||To Whom It May Concern,
Alice|Moreau||Dear all,
Alice|Moreau||Dear colleagues,
Alice|Moreau||Dear friend,
Alice|Moreau||Sehr geehrte Damen und Herren,
Alice|Moreau||Dear Sales Team,
Alice|Moreau||Sales Team,
Sales|Team||Dear Sales Team,
Alice|Moreau||Dear Acme Inc.,
Acme|Inc.||Dear Acme Inc.,
Alice|Moreau||Dear Harbor Museum,
Alice|Moreau||Hello,
Alice|Moreau||Good morning,
Alice|Moreau||Hi there,
Alice|Moreau||Thank you for meeting with me on Monday.
Alice|Moreau||Yesterday, I read your article.
Ines|Duarte|Mr. Reed|Dear Mr. Reed,
Bruno|Weiss||Dear Brunno Weiss,
Bruno|Weiss||Dear Bruon Weiss,
Bruno|Weiss||Dea Bruno,
Bruno|Weiss||Helo Mr. Weiss,
Bruno|Weiss||Dear Bruno from Acme,
Dagfinn|Moe||Dear Dag,
Мария|Орлова||Dear Maria Orlova,
Wei|Wang||尊敬的王伟先生：
"""


def greetings(table: str) -> list[tuple[str, str, str, str]]:
    """Read a table: first name, last name, salutation and first line; a line without bars goes on with the one above."""
    read: list[tuple[str, str, str, str]] = []
    for line in table.splitlines():
        if line.count("|") == 3:
            first, last, salutation, text = line.split("|")
            read.append((first, last, salutation, text))
        elif read:
            first, last, salutation, text = read[-1]
            read[-1] = (first, last, salutation, f"{text}\n{line}".rstrip())
    return read
