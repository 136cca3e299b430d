"""What cells hold that no letter should say, and what looks like it and is well: by kind, attribute | text."""

from __future__ import annotations

# At the end of a bad one: B where it must block, W where it must be seen at least.
FOREIGN_BAD = """
why_this_person|por su artículo sobre los puertos|W
why_this_person|wegen Ihres Vortrags in Wien|W
why_this_person|parce que j'ai lu votre livre sur les ponts|W
why_this_person|perché ho letto il suo libro sui ponti|W
why_this_person|omdat ik uw boek over dijken heb gelezen|W
why_this_person|because of su libro sobre la historia de los ríos|W
why_this_person|из-за вашей статьи|W
thank_them_for|für Ihre Zeit und den Rat zur Prüfung|W
thank_them_for|por presentarme a su hermana|W
thank_them_for|pour vos conseils sur les archives|W
thank_them_for|for su tiempo y los consejos|W
thank_them_for|per i consigli sul lavoro nel museo|W
my_question|¿Cómo empezó usted en la profesión?|W
my_question|Wie sind Sie zu Ihrem Beruf gekommen?|W
my_question|Qu'est-ce que vous feriez autrement ?|W
they_offered|mir Frau Vogt vorzustellen|W
they_offered|de me présenter à votre collègue|W
they_offered|presentarme a la directora del museo|W
"""
FOREIGN_GOOD = """
why_this_person|because of your book “Der Fluss und die Stadt”
why_this_person|because of your work on the Camino de Santiago
why_this_person|because of Museo de la Ciudad y de las Artes
why_this_person|because you run the Bibliothèque de la Ville de Genève
why_this_person|because of your essay on art nouveau and the pietà
why_this_person|because of “La vie des abeilles”, which you translated
why_this_person|because of Ludwig van Beethoven and your work on his letters
why_this_person|because you trained with Médecins Sans Frontières in Port-au-Prince
thank_them_for|for the schadenfreude and the savoir-faire in one story
thank_them_for|for the tour of Museo de la Ciudad y de las Artes
thank_them_for|for telling me about Los Angeles and El Paso
thank_them_for|for the café crème and the plain words on pay
thank_them_for|for the tip about Fachhochschule für Technik und Wirtschaft
my_question|What did you learn at the École des Beaux-Arts that you still use?
my_question|Would you study at the Universidad de los Andes once more?
they_offered|to introduce me to Jan van der Berg
they_offered|to lend me “Das Boot und die See”
they_offered|to show me the Musée des Arts et Métiers
"""

THIRD_BAD = """
why_this_person|because everybody says good things about her|B
why_this_person|because of her book on dikes|B
why_this_person|because of what she wrote on night shifts|B
why_this_person|because he moved from law into planning|B
why_this_person|because she runs the largest archive in Ohio|B
why_this_person|because of his honest answers on the radio|B
why_this_person|as she studied at Porto too|B
why_this_person|because I admire him|B
why_this_person|after hearing him at the planners' conference|B
why_this_person|because of how she brought the clinic back|B
thank_them_for|for her honest words|B
thank_them_for|for telling me how she came to the museum|B
thank_them_for|for his advice to begin with admissions|B
thank_them_for|for what he said about pay|B
thank_them_for|for the story of her first year|B
thank_them_for|for making me see why he left the law|B
thank_them_for|for their patience with me|B
my_question|What does she like about the work?|B
my_question|How did he come to shipping?|B
they_offered|to send me her notes|B
they_offered|to introduce me to his brother|B
they_offered|to introduce me to their intern coordinator|W
they_offered|she would introduce me to their intern coordinator|B
"""
THIRD_GOOD = """
why_this_person|because of Dana's talk and her book
why_this_person|because Ana Ruiz told me that she learned the trade here
why_this_person|because my aunt, Rosa Lind, said that she owes her start to your clinic
why_this_person|because my professor says he has never met a calmer surgeon
why_this_person|because of your sister's shop and the way she runs it
why_this_person|because you knew Lena Holm and edited her letters
why_this_person|because the founder of the mill left her papers here
why_this_person|because Tom Reed said he would ask nobody else
why_this_person|because few people know why a nurse leaves her ward
why_this_person|because of your team and their way with apprentices
thank_them_for|for the story of the captain and his dog
thank_them_for|for naming Tom Reed and giving me his number
thank_them_for|for telling me about the welder who kept her shop open
thank_them_for|for your patience with her questions, and with mine
thank_them_for|for the evening with Ana and her students
thank_them_for|for explaining how a patient is heard when he cannot speak
my_question|What would you tell a nurse who doubts that she can lead?
my_question|When you hire an apprentice, what do you want to see in his work?
they_offered|to introduce me to Ana Ruiz and her editor
they_offered|to ask your brother whether he still repairs boats
they_offered|to show me the labs and their pumps
they_offered|to ask Bob for their plan
"""

BROKEN_BAD = """
why_this_person|because your on the board of my school|B
why_this_person|because I seen you at the fair|B
why_this_person|because of ChatGPT said you are a good contact|B
thank_them_for|for the work you done on the harbor plan|B
thank_them_for|for recommend me two books|B
purpose|to know about how is the work in banks|B
purpose|to learn how do people get into banks|B
advice|to don't apply online|B
thank_them_for|for the coffee, I'll pay next time|B
thank_them_for|for your time, sorry I was late|B
thank_them_for|for the tour it was great|B
thank_them_for|for have helped me with grants|B
why_this_person|because of your book, it changed my life|B
why_this_person|because your team have did so much for nurses|B
why_this_person|because you didn't went to law school|B
why_this_person|since 1998|B
position|a recently graduated from Kent|B
position|a working at Ford|B
where|the usual place|W
why_this_person|because you wrote about|B
thank_them_for|for telling me which courses to take and which to|B
my_question|What would you do if you|B
why_this_person|because of the your book|B
why_this_person|because of your talk and because|B
why_this_person|because of your article on dikes and|B
why_this_person|because of your work with|B
why_this_person|because because I read your book|B
why_this_person|because of because you teach|B
why_this_person|because of your your article on dikes|B
why_this_person|because of a the new ward that you opened|B
why_this_person|because you wrote the the river plan|B
why_this_person|because you is the only actuary here|B
why_this_person|because of your book on the|B
thank_them_for|for the the tour|B
thank_them_for|for the tour of|B
thank_them_for|for telling me about the budget and the|B
thank_them_for|for of your help with the budget|B
thank_them_for|for introducing me to|B
thank_them_for|for the story of the flood or|B
thank_them_for|for because you told me about pay|B
purpose|to learn how how archives work|B
purpose|to learn about the|B
purpose|to learn how nurses come into|B
purpose|to learn how people come into planning and to|B
they_offered|to send me the the report|B
they_offered|to introduce me to|B
they_offered|to show me the a press room|B
position|a nurse at|B
position|a senior at the the University of Porto|B
my_question|How do you do you decide what to keep and|B
my_question|What is the the hardest part?|B
"""
BROKEN_GOOD = """
why_this_person|because of your on call team at Mercy, and your in-house school
why_this_person|because I have done what you have done
why_this_person|because of a book recommended by my aunt
why_this_person|because of what Ana said you do on Sundays
why_this_person|because of the book my aunt recommended that year
why_this_person|because you know how few do it
thank_them_for|for what nurses have to give
thank_them_for|for explaining us nurses to the board
purpose|to learn why nurses do what they do
my_question|What have you done that you would do again?
my_question|How do you do it?
thank_them_for|for telling me that, at 50, it is not too late
thank_them_for|for your patience, I know, with my questions
thank_them_for|for saying it was good for the ward
thank_them_for|for what, I now see, was the heart of it
thank_them_for|for your warning, since I had thought it easy
thank_them_for|for have-nots like me
why_this_person|because of the flood, the dike, and what they cost
why_this_person|because what you had came from nowhere
why_this_person|since 1998 you have run the only free clinic in Fargo
position|a working mother in Ohio
position|a retired nurse at Mercy
where|our usual table at Rosa's
why_this_person|because of the people you work with
why_this_person|because of what you stand for
why_this_person|because of the ward that you come from
why_this_person|because you had had enough of law, and went to sea
why_this_person|because you said that that was the easy part
why_this_person|because of your study of Walla Walla and Bora Bora
why_this_person|because of your years on The A Team
why_this_person|because I know of no one else whom I could turn to
thank_them_for|for the people you introduced me to
thank_them_for|for telling me what to begin with
thank_them_for|for the book you spoke of
thank_them_for|for a la carte advice, and for the laugh
thank_them_for|for telling me what to look out for
thank_them_for|for in-depth answers about grain
purpose|to learn what the work consists of
purpose|to find out what an actuary is paid for
purpose|to learn what it is that that kind of work asks for
position|a nurse who knows what she is there for
position|the one whom you once taught to sail
they_offered|to show me the ward you come from
they_offered|to think of someone I could talk to
my_question|What did the work turn out to be made of?
my_question|Whom do you still talk to?
"""

NOTES_BAD = """
my_question|What about pay? (maybe too direct)|B
they_offered|to meet again - date?|B
why_this_person|because of your book (see notes)|B
why_this_person|because of your talk TODO|B
why_this_person|because of your work on ???|B
why_this_person|because of your article (check title)|B
why_this_person|because of your clinic, ask Ana for the name|B
why_this_person|because of your talk (11/24)|W
why_this_person|because of your post, https://www.example.com/in/ana|W
why_this_person|because of your page, www.example.com|W
why_this_person|because of your project xxx|B
why_this_person|because of your book (title?)|B
why_this_person|because of your work - add detail|B
why_this_person|because of your post example.com/blog/42|W
thank_them_for|for the tour, n/a otherwise|B
thank_them_for|for the names (2026-11-20)|W
thank_them_for|for the number 614-555-0123|W
thank_them_for|for writing to ana@example.com for me|W
thank_them_for|for the coffee (don't mention the raise)|B
thank_them_for|for the tour NOTE: look up the ward's name|B
thank_them_for|for something specific|B
thank_them_for|for the book -> find title|B
they_offered|to send the report (not sure which)|B
they_offered|to introduce me to XXX|B
they_offered|to call me at +1 614 555 0100|W
they_offered|to introduce me to Ana (ana@example.org)|W
my_question|see notes|B
my_question|TODO|B
my_question|What do you do all day? (from LinkedIn)|B
my_question|ask about pay|B
position|a nurse (update this)|B
purpose|to learn about planning (rewrite!)|B
where|see notes|B
where|TBD|B
where|her office (ask for the floor)|B
"""
NOTES_GOOD = """
why_this_person|because of your interview on WBUR (March 3)
why_this_person|because of your book (the second one)
why_this_person|because of your work on the 2019-2023 plan
why_this_person|because of your switch from AT&T to Booking.com
why_this_person|because of your notes on the 1913 flood
why_this_person|because you check every title yourself
why_this_person|because of your talk on ISO 9001 and the ADA
why_this_person|because you ask what others leave out
why_this_person|because of your column “See Notes”
why_this_person|because of your work for the TBC Corporation
why_this_person|because of the well-known Lind / Hale report
thank_them_for|for the notes that you sent me
thank_them_for|for the 24/7 story, and the plain figures
thank_them_for|for telling me what to ask Ana about pay
thank_them_for|for the update on the harbor plan
thank_them_for|for your map of Route 66 (and the pie)
thank_them_for|for making me see, and note, what I had missed
they_offered|to look up the title of the report
they_offered|to check the list with Ana
my_question|What would you ask a nurse on the first day?
my_question|How many of the 1,200 beds (if any) stay empty?
position|a nurse (nights) at Lakeside Clinic
where|12 Quay Street (ask at the desk for me)
where|https://meet.example.com/abc, or call 614-555-0123
where|Room 4 (third floor)
"""

OFFERS_BAD = """
they_offered|list of names|B
they_offered|copy of the report|B
they_offered|reading list|B
they_offered|ride to the plant|B
they_offered|to send stuff|W
they_offered|to send me something|W
they_offered|to help with things|W
they_offered|to maybe send names|B
they_offered|to send a book or something|B
thank_them_for|for the stuff you told me about Ford|W
purpose|to learn about finance or marketing or whatever|B
they_offered|to call when they are hiring|B
they_offered|to tell me about openings|B
they_offered|an interview for the analyst role|B
they_offered|to speak to HR about me|B
they_offered|to create a role for me|B
they_offered|maybe|B
they_offered|Yes|B
they_offered|no|B
they_offered|nothing yet|B
they_offered|not sure|B
they_offered|perhaps an intro|B
they_offered|to sends me the report|B
they_offered|to introduced me to Ana|B
they_offered|to sent me the list|B
they_offered|to introduces me to the dean|B
they_offered|to be in touch if something opens up|B
they_offered|to hire me in spring|B
they_offered|a job in the archive|B
they_offered|an internship next summer|B
they_offered|to let me know when a position becomes available|B
they_offered|to give me a job|B
they_offered|to put in a good word with HR|B
they_offered|to forward my resume to the hiring manager|B
they_offered|to keep me in mind for openings|B
they_offered|to recommend me for the post|B
they_offered|to interview me for the opening|B
they_offered|to find me a place on the team|B
they_offered|ok|B
they_offered|no but was friendly|B
"""
OFFERS_GOOD = """
they_offered|reading lists for both courses
they_offered|talking points
they_offered|names from your list
they_offered|feedback on my book
they_offered|to let me stuff envelopes with your crew
they_offered|to send me something about unions
they_offered|to show me how you do things
they_offered|to perhaps meet again in May
thank_them_for|for the right stuff on the right day
they_offered|a word with your sister about night school
they_offered|to walk me through a hiring round as an observer
they_offered|to look over my resume
they_offered|to let me shadow you for a day
they_offered|a day of job shadowing
they_offered|to tell me how you hire
they_offered|to introduce me to the head of recruiting
they_offered|to explain what the job asks for
they_offered|to send me the report on night shifts
they_offered|to discuss my plan again in May
they_offered|to feed me names when you think of them
they_offered|to interview me for your podcast
they_offered|notes from your course
they_offered|nothing less than a day on the ferry
they_offered|to keep me posted on the harbor plan
they_offered|to tell me about your first job
they_offered|to let me know when the report comes out
they_offered|yes-or-no answers by mail
they_offered|your own desk for an afternoon
they_offered|to write to me once the new building opens
they_offered|to help
"""

TITLES_BAD = """
why_this_person|because of Your Work With Children's Hospitals|W
why_this_person|because of Your work on dikes|W
why_this_person|because You wrote the river plan|W
why_this_person|because of Your Clinic On Water Street|W
thank_them_for|For Sharing Your Experience In Nursing|W
thank_them_for|for Your Plain Words About Burnout|W
they_offered|to Introduce Me To Your Boss|W
position|a Nurse And Mother Of Two|W
position|A Senior In The Geology Program|W
purpose|To Learn About Nursing And Care|W
my_question|What Do You Like Most About It?|W
"""
TITLES_GOOD = """
why_this_person|because Your Turn, the podcast you host, got me through my first winter in Duluth
why_this_person|because of your book Your First Year in Law
why_this_person|because of “Your Money or Your Life In Ohio”
why_this_person|because of your years with Doctors Without Borders in Sierra Leone
why_this_person|because of your work at The Ohio State University Wexner Medical Center
why_this_person|because of Meals on Wheels of Greater Dayton
why_this_person|because of The Wind in the Willows
position|a Registered Nurse at Mercy Hospital in Ohio
position|a Senior Vice President at US Bank
where|The Cafe On The Square, Main Street
"""

QUESTIONS_BAD = """
my_question|Does not apply|B
my_question|night shifts|B
my_question|Salary|B
my_question|I want to know about night shifts|B
my_question|I wonder how nurses do it.|W
my_question|the hardest part of the work|B
my_question|Ask about pay|B
my_question|her career change|B
my_question|Tell me about your work.|W
my_question|no|B
my_question|none yet|B
my_question|career advice|B
my_question|Your path is fascinating.|B
my_question|to ask how nurses do it|B
my_question|You changed from law to planning in 2015|B
my_question|pay, hours, training|B
my_question|hello, how do you do it?|B
my_question|My question is about pay|B
"""
QUESTIONS_GOOD = """
my_question|What would you do again?
my_question|How do you decide which file is kept
my_question|which of the two courses would you take now?
my_question|If you had to choose again, would you choose planning?
my_question|Is there a week in the year when nobody calls?
my_question|When the river rises, who decides?
my_question|In your view, what does a beginner lack?
my_question|whether the first year is as hard as they say
my_question|how you came to leave the sea for the law
my_question|Do you miss the classroom?
my_question|After twenty years of night shifts, what keeps you there?
my_question|Having run both, would you rather run a small press?
my_question|What surprised you? And what still does?
my_question|You moved from law to planning: what made you do it?
my_question|Looking back, which mistake taught you most?
my_question|At what point did you know?
my_question|To whom do you turn when a bid fails?
my_question|Why grain?
my_question|I have read your plan twice: why does the ferry stop at eight?
"""

ADVICE_BAD = """
advice|to apply at Lakeside for the night position|B
advice|to sends out more letters|B
advice|night shifts|B
advice|She is nice|B
advice|to|B
advice|to apply for the opening at Lakeside|B
advice|to send my resume to HR (ask Ana)|B
advice|to read the report TODO|B
advice|to reads the report|B
advice|budgets, mostly|B
advice|to begin in the archive and|B
advice|LinkedIn!!|B
advice|to ask you for a job in May|B
advice|to mention xxx|B
advice|to call 614-555-0123|W
advice|to the point|B
advice|to look at https://example.com/jobs|W
"""
ADVICE_GOOD = """
advice|to begin in the archive
advice|not to sign up before June
advice|never to skip the appendix
advice|to read the annual report first
advice|to talk to two night nurses
advice|to ask what the board is afraid of
advice|to keep a list of what surprises me
advice|first to learn the trade's language
advice|to write shorter letters
advice|to take the course in Leeds, not the one in York
advice|to visit a plant before I choose
advice|to look at what nobody wants to do
advice|to work a summer on a boat
advice|to trust the second draft
advice|to listen more than I speak
"""

POSITION_BAD = """
position|an student at Kent State|W
position|a unemployed actor|W
position|a 44 years old nurse|W
position|a 44 years old|W
position|a engineer at Siemens|W
position|an nurse at Lakeside|W
position|an teacher in Porto|W
position|looking for work|B
position|a job seeker|B
position|in search of a position in a museum|B
position|available from May|B
position|open to work|B
position|looking for my next role|B
position|seeking employment in publishing|B
position|an unemployed nurse looking for a job|B
position|a nurse, actively looking for work|B
position|on the job market|B
position|applying for jobs in museums|B
position|a graduate looking for an internship|B
position|a welder and available immediately|B
"""
POSITION_GOOD = """
position|self-taught, and a bookkeeper by day
position|unemployed
position|44 years old and a nurse
position|a 44-year-old nurse
position|between two jobs, after ten years in retail
position|studying chemistry at Leeds
position|in my third year at Porto
position|an honest broker of used boats
position|a university student in Leeds
position|a European lawyer in Porto
position|an hourly worker at a mill
position|a one-time sailor
position|an MBA student at Riverside
position|an X-ray technician
position|a job coach in Dayton
position|a recruiter who would rather build boats
position|looking after my two children, and a nurse by training
position|retired from the Navy
position|a US citizen living in Leeds
"""

MARKS_BAD = """
why_this_person|because of your *great* book *sigh*|B
why_this_person|because of your work<br>on dikes|B
why_this_person|because of your book :-)|W
why_this_person|because of your talk 😊 in May|W
why_this_person|because of your great book!!! and your talk in Quincy|W
why_this_person|because of <b>your book</b> on dikes|B
why_this_person|because of **your book** on dikes|B
why_this_person|because of {project} and your book on dikes|B
why_this_person|because of [project] and your book on dikes|B
why_this_person|because of &amp; after your book on dikes|B
why_this_person|because of <name>'s work on dikes|B
why_this_person|because of your lecture “Who owns the river|W
why_this_person|because of your ward (the one on Water Street|W
why_this_person|because of your visit to CafÃ© Luz|B
why_this_person|because of #NAME? and your work|B
why_this_person|because of your book\\nand your talk in May|B
thank_them_for|for the tour :)|W
thank_them_for|for the tour ❤️ of the ward|W
thank_them_for|for your "plain words about burnout|W
thank_them_for|for the tour of the _ward_ and __the mill__|B
thank_them_for|for the tour. Dear Ana, thank you for the talk|B
thank_them_for|for the tour of the ward. Best regards, Dana Whitfield|B
thank_them_for|for the tour of the ward. Sincerely, Dana|B
they_offered|to send {report}|B
they_offered|to introduce me to Ana ;)|W
my_question|What do you <i>really</i> do?|B
my_question|How do you do it?!?!|W
my_question|Dear Ana, how do you do it?|B
purpose|to learn about {{field}} from within|B
purpose|to learn about planning 🙂 from within|W
position|a nurse :)|W
"""
MARKS_GOOD = """
why_this_person|because of your lecture “Who owns the river?”
why_this_person|because of your lecture "Who owns the river?" in May
why_this_person|because of your work at Yahoo! and at E*TRADE
why_this_person|because of your talk at O'Reilly's
why_this_person|because of the nurses' ward and the 6" pipe
why_this_person|because of your work on C++ and C#
why_this_person|because of Barnes & Noble, and R&D at P&G
why_this_person|because of your “Dear Reader” column in the Globe
why_this_person|because of your ratio of 3:1 (beds to nurses)
thank_them_for|for the „Fluss“ print
thank_them_for|for your best regards from Ana
thank_them_for|for answering so sincerely
thank_them_for|for the 50% rule, and the $5 story
thank_them_for|for 'plain words', as you call them
they_offered|to send me Q&A no. 4
my_question|How do you split it: 80/20, or otherwise?
my_question|What is R&D worth at 2 % of sales?
position|a nurse (R.N.) at St. Luke's
purpose|to learn what “lean” means on a ward
"""

NAMES_BAD = """
why_this_person|because of Grace's talk in Quincy|W
why_this_person|because Dr. Okafor opened a clinic on Water Street|W
why_this_person|because Grace Okafor knows triage|W
why_this_person|because Dana Whitfield likes your clinic|W
thank_them_for|for Grace's patience with the budget|W
thank_them_for|for Dr. Okafor's plain words about burnout|W
thank_them_for|for telling Dana Whitfield about pay|W
they_offered|to introduce Dana Whitfield to Ana|W
my_question|What does Dr. Okafor think of triage?|W
my_question|How did Grace come to triage?|W
"""
NAMES_GOOD = """
why_this_person|because of your talk at the Okafor Library
why_this_person|because you and Grace Hopper share an idea
why_this_person|because of the Okafor Prize for triage
why_this_person|because of your work as Dr. Okafor's successor in Quincy
why_this_person|because of the grace with which the ward is run
why_this_person|because Dana Holm told me about the clinic
why_this_person|because of the clinic on Grace Street
thank_them_for|for the story of Grace Kelly's visit
thank_them_for|for telling me about Dana Point
my_question|What would you ask a Whitfield of 1850?
"""

ASIDES_BAD = """
why_this_person|because of XX|B
why_this_person|because of X|B
why_this_person|because of XYZ|B
why_this_person|because of your work at COMPANY|B
why_this_person|because of blah blah|B
why_this_person|because idk|B
why_this_person|because of your book (I didn't read it)|B
why_this_person|because of your talk CALL FIRST|B
why_this_person|because you're rich lol|B
why_this_person|because of ABC company|B
why_this_person|because of your post - LIKED IT|B
thank_them_for|for the coffee - $4.50|B
thank_them_for|for telling me about Ford (dont tell Al)|B
thank_them_for|for your time, look forward to hearing from you|B
thank_them_for|for the help i guess|B
thank_them_for|for the talk (kinda dull)|B
thank_them_for|for sumthing, cant remember|B
they_offered|to ask around (won't happen)|B
purpose|to make $$$|B
they_offered|to help (vague)|B
they_offered|said she'd call|B
they_offered|he'd ask his boss|B
where|Mon 3pm|B
where|parking in back|B
thank_them_for|for NAME and the tour|B
thank_them_for|for the tour (Jim was late lol)|B
thank_them_for|for the tour (boring tbh)|B
thank_them_for|for the tour FOLLOW UP JAN 5|B
thank_them_for|FOLLOW UP JAN 5|B
thank_them_for|for the tour SEND THANKS ASAP|B
thank_them_for|for the tour hahaha|B
thank_them_for|for the tip re: unions, f/u in Jan|B
thank_them_for|for the tip, follow up in Jan|B
thank_them_for|for the advice - boring but ok|B
they_offered|to call me back about it (doubt it)|B
they_offered|to send the list (yeah right)|B
they_offered|to call me (prob won't)|B
they_offered|to send names, I think|B
they_offered|to send the book, maybe|B
they_offered|to send me the list CHECK MAIL|B
position|XX at Kent State|B
where|Bring resume! 3rd floor|B
where|lobby, bring ID|B
thank_them_for|for the tour, FOLLOW UP with Ana|B
why_this_person|because of your talk CALL HIM about it|B
where|Remember the pass, 3rd floor|B
where|Park in the back, by the cafe|B
where|resume Monday|B
where|12 Elm St - bring resume|B
where|call first!|B
where|ask Al|B
where|wear a tie|B
where|don't be late!!|B
where|don't tell Ana|B
where|2pm|B
where|10:30|B
where|555-0134|W
where|(330) 555-0134|W
where|call her at 555-0134|W
where|tel. 614-555-0134 ext. 12|W
"""
ASIDES_GOOD = """
why_this_person|because of Super Bowl XX and the stadium you planned
why_this_person|because of your study of XX chromosomes
why_this_person|because of your years at X
why_this_person|because of your portrait of Malcolm X
why_this_person|because of your work on NAME domains
why_this_person|because of the ASAP program that you run at CUNY
why_this_person|because of IMO 2020 and what it did to your ships
why_this_person|because of your work at the CALL Center in Dayton
why_this_person|because you ADD a new ward each year
why_this_person|because of your talk (I hope to see the second one)
why_this_person|because of your book (I read it twice)
why_this_person|because you think what others hope
why_this_person|because of your follow-up study of 2019
thank_them_for|for following up so quickly with the names
thank_them_for|for the tour - ward by ward
thank_them_for|for the OK to visit on Friday
thank_them_for|for the FOLLOW THE RIVER map
thank_them_for|for your help with the CALL form 12
thank_them_for|for laughing with me about the parking lot
thank_them_for|for walking me out to the LOADING DOCK C and back
they_offered|to ask your brother, perhaps in May
they_offered|to think it over, and to write
they_offered|to send me the list (or to have it sent)
my_question|Would you do it again, or not?
my_question|What is worth doing, do you think?
my_question|When Dave hangs up his boots, there's a party, I hope?
my_question|Would a second language help, perhaps?
my_question|What do you do when the phone rings at 2 am?
why_this_person|because of your work in the URGENT CARE unit
why_this_person|because of your ADD ADHD clinic
why_this_person|because of your THANK YOU campaign
why_this_person|because of your team's CALL 911 posters
they_offered|to send me the FOLLOW-UP study
thank_them_for|for the tip about CHECK IN software
thank_them_for|for the list of BRING YOUR OWN events
where|Remember the Alamo cafe
where|Be There coffee
where|Park in the Sky cafe
where|Resume Writers, 2nd floor
why_this_person|because ABC sent you to Kabul
why_this_person|because I look forward to your second book
thank_them_for|for the tour - IBM and after
thank_them_for|for telling me that you'd do it again
thank_them_for|for the names that you don't remember giving me
thank_them_for|for teaching me what one guesses
where|Parking garage, level 2
where|Monday Cafe, 3 Elm Street
where|Park Street 5, by the river
where|Take Five Coffee, Elm Street
where|Ask Italian, Milton
where|Don't Tell Mama bar
where|Come As You Are Church, Akron
where|Call Center, 2nd floor
where|12 Water Street; call 614-555-0123 at the gate
where|Room 555-0134
where|5550 Main St, 3rd floor
where|Check-in desk, Mercy Hospital
where|Bring & Buy Hall
where|Bring-a-Book Cafe, Elm Street
where|The Wear House, King Street
where|Zoom, ID 555 0134 2211
"""

NEEDS_BAD = """
why_this_person|because I'm desperate|W
why_this_person|because Im so desperate|W
why_this_person|because I am broke and need money|W
why_this_person|because I really need this|W
why_this_person|because I'm tired of being ignored|W
why_this_person|because my unemployment runs out in May|W
why_this_person|because i have 2 kids and no job|W
thank_them_for|for nothing|W
they_offered|to get me in the door|B
they_offered|to hook me up with a job|B
they_offered|to take me on as an intern|B
they_offered|to take me on|B
why_this_person|because nobody else has answered|W
why_this_person|because I need a reference letter|W
why_this_person|because I want three interviews|W
why_this_person|because it's for a class|W
why_this_person|because I have a school project on nurses|W
why_this_person|to learn about nursing from you|W
why_this_person|in order to learn how you run eighty rooms|W
why_this_person|to pick your brain|W
why_this_person|because you are hot|W
why_this_person|because you have money|W
why_this_person|because of LinkedIn|W
why_this_person|because of your LinkedIn profile|W
why_this_person|because Mom said I have to|W
thank_them_for|for your time and consideration|W
thank_them_for|for your time & consideration|W
thank_them_for|for your kind consideration|W
thank_them_for|for offering me the job|B
thank_them_for|for offering me a position in the spring|B
thank_them_for|for giving me a job|B
thank_them_for|for the job offer|B
thank_them_for|for the offer of an internship|B
thank_them_for|for considering me|B
thank_them_for|for considering my application|B
they_offered|to put in a word for me|B
they_offered|to put in a word for me with your boss|B
they_offered|to put in a good word for me with the hiring manager|B
they_offered|to put in a word with the librarian about the job|B
position|desperate for work|B
purpose|to get my foot in the door at Ford|B
"""
NEEDS_GOOD = """
why_this_person|because I need to understand grain, and you know it
why_this_person|because I need advice from somebody who has done both
why_this_person|because I need letters of the 1850s for a museum
why_this_person|because I need a mentor who has done both
why_this_person|because I have a class with Tom Reed and he spoke of the archive
why_this_person|to thank you for the map you drew of Lorain
why_this_person|to follow up on your talk in Quincy
why_this_person|because you know both ward and board
why_this_person|because of your post on LinkedIn about grain
why_this_person|because of your work at LinkedIn
why_this_person|because I am unemployed and read your book on starting over
why_this_person|because I was laid off from the plant where Tom Reed began
why_this_person|because nobody else in Ohio keeps a seed library
why_this_person|because my aunt said that I should ask the founder
why_this_person|because of your work with desperate families after the flood
thank_them_for|for the consideration you show to your night crew
thank_them_for|for your consideration of both sides
thank_them_for|for considering my questions so patiently
thank_them_for|for considering me a friend
thank_them_for|for giving me the position of the harbor on the old map
thank_them_for|for telling me about the job that you left
thank_them_for|for telling me what the job offer letter left out
thank_them_for|for the job shadowing day
thank_them_for|for offering me a chair and an hour
why_this_person|because my visa work at the clinic led me to Tom Reed
they_offered|to get me into the night class
they_offered|to hook me up with a welder in Lorain
they_offered|to put in a word for me with the librarian at Dayton
they_offered|to put in a good word for me with the archivist
they_offered|to put in a word with the dean of students
"""

HASTE_BAD = """
why_this_person|because of your carrer in banking|W
thank_them_for|for all you're help with my essay|W
why_this_person|because of Ur work on dikes|W
they_offered|to connect me w Bob|W
they_offered|to gimme a ride|W
thank_them_for|for the names, gonna use them|W
why_this_person|because you dont give up on Ford|W
why_this_person|bc of your talk on barges|B
why_this_person|because of your work w/ barges|W
thank_them_for|for talking to me even tho you were busy|W
thank_them_for|for an hour w/o a break|W
thank_them_for|for telling me abt unions|W
thank_them_for|for your 30 min on the phone between two trains|W
they_offered|to intro me to Al b/c he hires|W
they_offered|to show me how u do it|W
purpose|to learn how ppl get into planning|W
"""
HASTE_GOOD = """
thank_them_for|for the tour of Ur and Uruk
why_this_person|because of the W in your name, and of W. L. Gore
why_this_person|because of your drive-thru library
why_this_person|because of your work in BC and your talk on the U.S. Thru-Line
why_this_person|because you and I are both former band kids from Toledo
why_this_person|because if I were to start again I would read your book first
why_this_person|because you and Tom and I were at the same mill
thank_them_for|for the U-turn, as you called it
thank_them_for|for meeting me for 30 minutes
my_question|What would you do if I were your apprentice?
"""

OPENINGS_BAD = """
why_this_person|because of the opening in your department|B
why_this_person|because of the opening on your team|B
why_this_person|because of the opening that you posted|B
why_this_person|because of the job opening at Mercy|B
why_this_person|because of the vacancy you posted|B
why_this_person|because of the vacancy at your clinic|B
why_this_person|due to a vacancy|B
why_this_person|because of the job you posted on LinkedIn|B
why_this_person|because of the position you advertised|B
why_this_person|because of the nursing position that your hospital advertised|B
why_this_person|because of the role that is open on your team|B
why_this_person|regarding the position posted on your website|B
why_this_person|because of your job ad|B
why_this_person|because I saw your job posting on Indeed|B
why_this_person|due to the hiring announcement on your website|B
why_this_person|because of the internship you offer|B
why_this_person|since your team has an open position|B
why_this_person|because you have a vacancy|B
why_this_person|because you are hiring|B
why_this_person|because I heard that you are hiring nurses|B
why_this_person|because the library is hiring librarians|B
why_this_person|because of the role you are filling in the lab|B
thank_them_for|for giving me the post|B
thank_them_for|for giving me the post office job|B
why_this_person|because there is an open position in your lab|B
"""
OPENINGS_GOOD = """
why_this_person|because of the opening of your clinic on Water Street
why_this_person|because of your opening at the Columbus museum in May
why_this_person|because of the opening in the canopy that you study
why_this_person|because of your opening lecture on river plans
why_this_person|because of the opening scene of your film about Lorain
why_this_person|because of your study of vacancies in Toledo
why_this_person|because of the vacancy rates in your report on Main Street
why_this_person|because of the position you took on the dam
why_this_person|because of your position on night shifts in the Dispatch
why_this_person|because of the post that you wrote on barges
why_this_person|because of the post you shared on LinkedIn about grain
why_this_person|because of the job you described on the radio, a ferry pilot's
why_this_person|because of the jobs you offer to former inmates
why_this_person|because of the internship program that you lead in Dayton
why_this_person|because of your role in rebuilding the Quincy terminal
why_this_person|because of your research on job ads in old newspapers
why_this_person|because you are hiring people whom others turn down
why_this_person|because the library is hiring librarians of color
why_this_person|because of the role you are filling on the board
thank_them_for|for giving me the post office tour
why_this_person|because you have an open lab on Fridays
why_this_person|because you left a position in law for the archive
why_this_person|because your team has a free clinic in Fargo
"""

ADDED_BAD = """
why_this_person|because of your work on readers; also she's dating Tom|B
why_this_person|because of your work on readers (she is on leave)|B
why_this_person|because of your work on readers (private: do not quote)|B
why_this_person|because of your work on readers // check spelling|B
why_this_person|because of your work on readers - high priority|B
why_this_person|because of your work on readers, wait until January|B
why_this_person|because of your work on readers, ask about salary|B
why_this_person|because of your work on readers, mention Tom|B
why_this_person|because of your work on readers, need to research more|B
why_this_person|because of your work on readers, rewrite|B
why_this_person|because of your work on readers, first draft|B
why_this_person|because of your work on readers, Tom says|B
why_this_person|because of your work on readers (Tom told me)|W
why_this_person|because of your work on readers, copied from Bert|B
why_this_person|because of your work on readers because of your work on readers|B
why_this_person|because of 2|B
thank_them_for|for introducing me to Tom (not yet done)|B
thank_them_for|for the idea, must check|B
thank_them_for|for the advice - mention Tom|B
they_offered|dinner (creepy)|B
they_offered|dinner, declined|B
they_offered|a list (got it)|B
they_offered|the list - received 11/20|B
they_offered|to call me, but I said no|B
they_offered|1|B
they_offered|to send a list tomorrow|W
they_offered|to send a list by Friday|W
they_offered|to call me next week|W
they_offered|to pass on my application|B
thank_them_for|for the opening you mentioned|B
thank_them_for|for the tip about the opening that you saw|B
thank_them_for|for the vacancy in your team|B
they_offered|to hand in my application at the clinic|B
they_offered|to pass my resume around|B
"""
ADDED_GOOD = """
thank_them_for|for the opening of your show, which I saw with you
thank_them_for|for the opening at the gallery
why_this_person|because of your book "Reading Early" (Quarry, 2019)
why_this_person|because Jane Roe said that she learned it all from you
why_this_person|because of your work with Jane Roe (she is my aunt)
why_this_person|because of your talk on waiting until a class is ready
why_this_person|because of your article on how to ask about salary
why_this_person|because of what you wrote on drafts and rewriting
why_this_person|because of your advice to read, bring up names and listen
thank_them_for|for what you said of high priority and urgent cases
thank_them_for|for telling me to ask about the second shift
thank_them_for|for introducing me to Jane Roe; she was most kind
thank_them_for|for the idea that one must check twice
they_offered|to call Tom, mention me to him and send me the date
they_offered|to send me the list of those accepted
they_offered|to host me next year
they_offered|to look at my resume
they_offered|two hours on a Friday
they_offered|24 old numbers of your journal
"""

UNKIND_BAD = """
why_this_person|because of your boring talk in May|W
why_this_person|because of your stupid article|W
why_this_person|because of your ugly covers|W
why_this_person|because of your fat salary|W
why_this_person|because of your divorce|W
why_this_person|because of your cancer|W
why_this_person|because you are gay|W
why_this_person|because you were fired from the Dispatch|W
why_this_person|because you seem desperate|W
why_this_person|because you owe me one|W
why_this_person|because I stalked you on the web|W
why_this_person|because my boss is an idiot|W
thank_them_for|for telling me of your divorce|W
where|café on Main (creepy guy)|B
where|home|W
where|my place|W
where|maybe the café on Main|W
where|Elm Street or Oak Street|W
"""
UNKIND_GOOD = """
why_this_person|because of your work on cancer
why_this_person|because of your book on divorce in Ohio
why_this_person|because of your research on silly putty
why_this_person|because of your black-and-white photographs
why_this_person|because of “Your Boring Talk”, which I read twice
why_this_person|because you were fired up by the same film
why_this_person|because you are black-belt teachers of judo
why_this_person|because of your age-old recipes
thank_them_for|for the plain words on salary
thank_them_for|for telling me how much money a shop needs
where|the Hotel am Tor
where|Workhouse Café
where|your home, 12 Elm Street
where|Homewood Library
"""

KINDS = {
    "unkind, or no place": (UNKIND_BAD, UNKIND_GOOD),
    "added for oneself": (ADDED_BAD, ADDED_GOOD),
    "opening": (OPENINGS_BAD, OPENINGS_GOOD),
    "another language": (FOREIGN_BAD, FOREIGN_GOOD),
    "third person": (THIRD_BAD, THIRD_GOOD),
    "doubled or unfinished": (BROKEN_BAD, BROKEN_GOOD),
    "note to oneself": (NOTES_BAD, NOTES_GOOD),
    "capitals as in a title": (TITLES_BAD, TITLES_GOOD),
    "offer": (OFFERS_BAD, OFFERS_GOOD),
    "question": (QUESTIONS_BAD, QUESTIONS_GOOD),
    "advice": (ADVICE_BAD, ADVICE_GOOD),
    "position": (POSITION_BAD, POSITION_GOOD),
    "marks": (MARKS_BAD, MARKS_GOOD),
    "names": (NAMES_BAD, NAMES_GOOD),
    "note among other words": (ASIDES_BAD, ASIDES_GOOD),
    "one's own need": (NEEDS_BAD, NEEDS_GOOD),
    "haste": (HASTE_BAD, HASTE_GOOD),
}
