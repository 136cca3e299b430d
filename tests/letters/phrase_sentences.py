"""Phrases as people type them into cells: attribute | text; for the bad ones also what they are mended to, where they can be."""

from __future__ import annotations

GOOD = """
thank_them_for|for telling me that nobody needs a cover letter
they_offered|to let me stuff envelopes with your crew before the fall drive
why_this_person|because Sgt. Ann Fox spoke of your unit
thank_them_for|for naming Wm. Tate and Capt. Bo Lind
where|in the cafeteria
where|downtown
where|Their Finest Hour, the café
where|Same Day Diner
where|“What If?”, the bookshop
where|Rosa's on Main
where|the same building as the library
they_offered|lunch and a talk about barges
they_offered|help with my essay
they_offered|another call
they_offered|names of two nurses
they_offered|an hour of your time
they_offered|whatever I need
they_offered|advice on essays
they_offered|contacts in Ohio
they_offered|job shadowing
they_offered|any time you have on Fridays
they_offered|answers to my questions
they_offered|coffee and a tour
they_offered|one more call
they_offered|three days on the ward
they_offered|comments on my letter
they_offered|keys to the reading room
they_offered|me a day on the ward
they_offered|to take me on night rounds
position|new to the field
position|new in town
position|retired from teaching
position|retired last summer
position|retired after years as a teacher
position|licensed in Ohio
position|certified in Excel
position|registered with the guild
position|home with two children
position|currently director of planning
position|now editor of a small paper
position|recently laid off
position|certified by the state as a teacher
position|employed by a hospital in Ohio
position|fresh out of college
position|soon to be a nurse
position|trained as a baker
position|now between a job and a career
position|a native of Ohio
position|head nurse at Mercy
position|an MBA student
position|a UX designer
purpose|to learn how people come into hospital administration
purpose|to learn how nurses come into hospital administration.
purpose|To learn what a week in urban planning is like
purpose|to find out whether museum work would suit me
purpose|to understand how grants are decided
purpose|to get a clearer picture of careers in logistics before I choose my courses
purpose|to ask how you came to marine biology and what you would do again
purpose|to hear from people who do the work
purpose|in order to learn how small publishers survive
purpose|simply to learn what the work asks of a person
purpose|to better understand policy work in state government
purpose|to gather information and advice about careers in acoustics
purpose|to compare what I imagine of forestry with what it is
purpose|to see if data journalism is for me
purpose|to decide between law and public health
purpose|to learn about the transition from teaching to instructional design
purpose|to know what the first two years in consulting are like
purpose|to explore careers in renewable energy, wind above all
purpose|to talk with people who build bridges
purpose|to learn the trade's language
purpose|not to ask for anything but advice, and to learn how archives work
purpose|to be clear about what actuaries do all day
purpose|to learn which skills matter in product design; I come from carpentry
purpose|to discover what becomes of physicists outside the university
purpose|to inform myself about midwifery
why_this_person|because of your move from nursing into administration
why_this_person|because of your article on moving a practice to smaller rooms.
why_this_person|Because of your talk at the Columbus library in May
why_this_person|because I read your article on river plans
why_this_person|because you brought a walk-in clinic to appointments
why_this_person|because Ana Ruiz spoke of your work with new nurses
why_this_person|since you have worked on both sides of the table
why_this_person|as someone who went from law into hospital planning
why_this_person|as a fellow graduate of Oberlin
why_this_person|at the suggestion of Dr. Ruiz
why_this_person|on the advice of my professor, Lena Holm
why_this_person|after hearing you at the planners' conference
why_this_person|after reading your book on the Elbe
why_this_person|having read your report on night staffing
why_this_person|about your path from teaching into museum work
why_this_person|in the hope of learning how you run eighty rooms on one timetable
why_this_person|because of how you brought a failing practice back
why_this_person|because of your lecture “Who owns the river?”
why_this_person|because of your two posts on patient intake
why_this_person|because of the ward that you opened in 2019
why_this_person|because we both studied at Porto and you went into shipping
why_this_person|because of your years with Doctors Without Borders
why_this_person|because your column on hospital manners made me laugh
why_this_person|because few people know both fishing and law
why_this_person|because of what you said about apprentices on the radio
why_this_person|because of your work on patient intake
why_this_person|given your years at the Port Authority
why_this_person|with a question about your work on dikes
why_this_person|following your session at the AWS summit
why_this_person|because of your career change from chemistry to patents
why_this_person|because of Mercy Hospital's new outpatient wing
why_this_person|because of your reputation for getting two boards to agree
why_this_person|because my aunt, Rosa Lind, worked with you at the mill
why_this_person|inspired by your podcast about lighthouses
why_this_person|because of the records you keep and what they taught you
why_this_person|out of interest in your seed bank
why_this_person|because you and I share a teacher, Professor Hale
why_this_person|because of you and your brother's ferry line
why_this_person|because of it all: the dike, the school, the ferry
why_this_person|because it was you who drew the harbor plan
thank_them_for|for walking me through a budget week on your ward.
thank_them_for|for telling me so plainly
thank_them_for|for two hours of plain answers
thank_them_for|for your advice to begin with admissions
thank_them_for|for taking my call in the middle of a hard week
thank_them_for|For explaining how a budget is made when half of it is spent
thank_them_for|for the story of the flooded archive
thank_them_for|for your honesty about night shifts
thank_them_for|for showing me the press room
thank_them_for|for what you said about finding a mentor outside the firm
thank_them_for|for the names of Tom Reed and Ana Ruiz
thank_them_for|for the introduction to Dr. Holm
thank_them_for|for reading my question before we met
thank_them_for|especially for your view of the new licensing rules
thank_them_for|for being frank about pay
thank_them_for|for the book
thank_them_for|for letting me sit in on the morning round
thank_them_for|for the comparison of the two training programs
thank_them_for|for your 20 minutes on the phone between two trains
thank_them_for|for the tip to read trade journals first, and for the coffee
thank_them_for|for making the difference between planning and zoning clear
thank_them_for|for how you described the first year
thank_them_for|for pointing me to the apprenticeship at the shipyard
thank_them_for|for warning me about the paperwork
thank_them_for|for saying what nobody else had said: that one may leave
position|a senior at Example State College
position|a nurse at Lakeside Clinic
position|A ward nurse at Northside Hospital.
position|an MBA student at Riverside University
position|the librarian of a small town
position|head of nursing at Lakeside
position|director of a food bank
position|one of two archivists at the county museum
position|currently a paralegal in Boston
position|now in my final year of mechanical engineering
position|in my third year at Porto
position|studying chemistry at Leeds
position|finishing a degree in history at Oberlin
position|a former teacher, now retraining in data analysis
position|retired from the Navy
position|self-employed as a translator
position|an engineer with nine years in bridges
position|between two jobs, after ten years in retail
position|about to graduate from Kent State
position|working as a cook while I study nutrition at night
position|Dana Whitfield, a nurse at Lakeside Clinic
position|new to this country, and was a dentist in Aleppo
they_offered|to introduce me to Ana Ruiz
they_offered|to show me the press room
they_offered|an introduction to the head of planning
they_offered|a tour of the plant
they_offered|to look over my list of questions
they_offered|your notes from the licensing course
they_offered|To send me the report
they_offered|to ask your brother about the ferry line
where|Mercy Hospital, Room 4
where|the café opposite the station
where|https://zoom.example.com/j/555?pwd=abc
where|12 Quay Street, 2nd floor
where|Microsoft Teams
where|your office
where|Gardencourt House, second floor.
where|at your studio
where|Lobby of St. Luke's
where|meet.example.com/abc-defg
where|Milton Free Clinic, main entrance
why_this_person|because your path crossed mine at the 2023 library fair
why_this_person|because of our shared love for old maps
why_this_person|because I was moved by your piece on hospice nurses
why_this_person|because I understand that you started out as a welder
why_this_person|due to your role in rebuilding the Quincy terminal
why_this_person|on account of your work with migrant families
why_this_person|thanks to a hint from Prof. Lin
why_this_person|because Tom Reed tells me you know more about grain than anyone
why_this_person|because there are few women in dredging, and you are one
why_this_person|because of St. Luke's new stroke unit
why_this_person|because of your interview on WBUR (March 3)
why_this_person|on Professor Hale's recommendation
why_this_person|since your lab works on corrosion, which I care about
why_this_person|because of your Ph.D. on peat bogs
why_this_person|for the way you teach apprentices
why_this_person|because of your switch from the Navy to Maersk in 2015
why_this_person|because it seems that you chose the field late, as I would
why_this_person|by way of Ana Ruiz, who spoke of your archive
purpose|to find out how one becomes a conservator, and whether I have the patience for it
purpose|to learn more about grant writing
purpose|to learn from people in the trade
purpose|to see the trade from the inside
purpose|to make up my mind about nursing school
purpose|to narrow down which part of public health fits me
purpose|to hear how you do it
purpose|to really understand what underwriters do
purpose|to weigh a move into teaching
purpose|above all to learn what the work is like on an ordinary day
thank_them_for|for drawing the org chart on a napkin
thank_them_for|for the afternoon in the archive
thank_them_for|for having me at the Tuesday meeting
thank_them_for|for what you told me of your first year
thank_them_for|for your reading list
thank_them_for|for so patiently answering my questions on reinsurance
thank_them_for|for not sugarcoating night shifts
thank_them_for|most of all for the story about the crane
thank_them_for|for making time between two surgeries
thank_them_for|for putting me in touch with Lena Holm
thank_them_for|for you and your team's patience with my questions about welding
position|a stay-at-home father going back to work
position|a third-year law student at Emory
position|an out-of-work welder retraining as an estimator
position|in the second year of an apprenticeship at Siemens
position|a recent graduate in economics
position|originally a chemist, and have kept bees for ten years
position|on parental leave from Lakeside Clinic
position|the mother of two and a bookkeeper
position|home from six years in the Peace Corps
position|a U.S. Army veteran
position|doing a master's in public policy at Duke
position|leaving the Navy in June
position|chief of staff to a state senator
position|manager of a small hotel
they_offered|to put me in touch with your sister
they_offered|feedback on my portfolio
they_offered|to let me shadow you for a day
they_offered|to write to Prof. Lin
where|Zoom
where|Café Majestic, Porto
where|My office, then lunch
where|Starbucks on 5th & Main
where|Your place or mine? No: the library
where|Building C, ask for me at the desk
where|https://meet.example.com/x?y=1
they_offered|lunch
why_this_person|because you chair the tenants' union and I rent
why_this_person|because of your essay in the Guardian on slow trains
why_this_person|because you once taught at my school, Lincoln High
why_this_person|at Ana's suggestion
why_this_person|because of a remark of yours in the Tribune
why_this_person|because of the way your team handled the flood
why_this_person|because no one else in Ohio does what you do
why_this_person|after our short exchange at the job fair in Dayton
why_this_person|because of your work as a patient advocate at Mercy
why_this_person|because the museum's new wing was your idea
purpose|to learn what is asked of a beginner in bookbinding
purpose|to learn whether a chemist can find a place in art restoration
purpose|to sort out which kind of nursing would suit me
purpose|to ask for advice on moving from retail to logistics
purpose|to learn, from people who know, how ports are run
purpose|to inform a decision that I must make by May
purpose|to test my picture of the field against yours
thank_them_for|for naming the three books
thank_them_for|for the drawing you made of the harbor
thank_them_for|for explaining what a load planner does at 5 a.m.
thank_them_for|for your plain words about burnout
thank_them_for|for taking me seriously at nineteen
thank_them_for|for your stories of the first clinic
thank_them_for|for the warning about unpaid overtime
position|a veterinary technician in Tulsa
position|a graduate student of history at Brown
position|an accountant who would rather build boats
position|currently at home with two small children
position|the night manager of a hotel
position|a 2024 graduate of Kent State
position|in my last semester at Oberlin
they_offered|to forward my questions to the dean
they_offered|a second talk in January
they_offered|to read my essay
where|Starbucks, corner of 4th and Elm
where|St. Mary's, east entrance
where|Your office (3rd floor)
"""

BAD = """
where|Her Office|your office
where|HER OFFICE|your office
where|at their office|at your office
where|Rosa's?|Rosa's
they_offered|be a reference for me|to be a reference for me
they_offered|mentor me|to mentor me
they_offered|keep in touch|to keep in touch
they_offered|vouch for me|to vouch for me
they_offered|write a letter|to write a letter
they_offered|sit in on a class|to sit in on a class
they_offered|take me on rounds|to take me on rounds
they_offered|come back any time|to come back any time
they_offered|answer questions|to answer questions
they_offered|mock interview|a mock interview
they_offered|resume review|a resume review
they_offered|review of my essay|a review of my essay
they_offered|letter of recommendation|a letter of recommendation
they_offered|follow up call in May|a follow up call in May
they_offered|contact at Mercy|a contact at Mercy
they_offered|that you would call Bo Lind|to call Bo Lind
they_offered|any time|
they_offered|that I could come back any time|
position|registered nurse|a registered nurse
position|retired teacher|a retired teacher
position|Retired RN|a retired RN
position|certified public accountant in Ohio|a certified public accountant in Ohio
position|unemployed engineer|an unemployed engineer
position|new graduate|a new graduate
position|new nurse at Mercy|a new nurse at Mercy
position|home health aide|a home health aide
position|self-employed carpenter|a self-employed carpenter
position|active duty marine|an active duty marine
position|class of 2026|a member of the class of 2026
position|mom of two|a mom of two
position|currently nurse|currently a nurse
position|still student at Ohio State|still a student at Ohio State
position|currently work at Mercy|currently working at Mercy
position|works at Mercy|working at Mercy
position|studies at Ohio State|studying at Ohio State
position|10 years as a nurse|
position|lehrerin|
why_this_person|I read your article|because I read your article
why_this_person|I read your article.|because I read your article
why_this_person|I saw your talk in May|because I saw your talk in May
why_this_person|I'm curious about your move into planning|because I'm curious about your move into planning
why_this_person|we met at the library|because we met at the library
why_this_person|We studied with the same teacher|because we studied with the same teacher
why_this_person|You wrote the river plan|because you wrote the river plan
why_this_person|you are the only actuary I know of|because you are the only actuary I know of
why_this_person|She knows my aunt|because you know my aunt
why_this_person|They built the new ward|because they built the new ward
why_this_person|your article on river plans|because of your article on river plans
why_this_person|Your talk in May|because of your talk in May
why_this_person|the new ward that you opened|because of the new ward that you opened
why_this_person|Mercy Hospital's new wing|because of Mercy Hospital's new wing
why_this_person|his book about the Elbe|because of your book about the Elbe
why_this_person|read your article in the Times|because I read your article in the Times
why_this_person|Saw you at the conference|because I saw you at the conference
why_this_person|heard you on the radio|because I heard you on the radio
why_this_person|met you in Porto|because I met you in Porto
why_this_person|because of I read your book|because I read your book
why_this_person|because of you wrote the river plan|because you wrote the river plan
why_this_person|because of we met in May|because we met in May
why_this_person|because because of your article on dikes|because of your article on dikes
why_this_person|I am writing to you because of your dikes|because of your dikes
why_this_person|I write to you because of your dikes|because of your dikes
why_this_person|because of your article on dikes?|because of your article on dikes
why_this_person|because of your talk ??|because of your talk
why_this_person|Dear Ms. Moreau, because of your talk|
why_this_person|Hello, I read your article|
why_this_person|because of ...|
why_this_person|because of …|
why_this_person|because of|
why_this_person|because of N/A|
why_this_person|because of TBD|
why_this_person|because of your xxx|
why_this_person|LinkedIn|
why_this_person|interested in your field|
why_this_person|recommended by Ana|
why_this_person|great profile|
why_this_person|that you know planning|
why_this_person|?|
why_this_person|because of [project]?|
why_this_person|to I read your post|because I read your post
purpose|learn how people come into planning|to learn how people come into planning
purpose|Learn about planning|to learn about planning
purpose|I want to learn how grants are decided|to learn how grants are decided
purpose|I would like to learn about forestry|to learn about forestry
purpose|I'd like to learn about forestry|to learn about forestry
purpose|I am writing to learn about forestry|to learn about forestry
purpose|My purpose is to learn about forestry|to learn about forestry
purpose|my goal is to see the work|to see the work
purpose|learning how archives work|to learn how archives work
purpose|Understanding the field of acoustics|to understand the field of acoustics
purpose|to learning about archives|to learn about archives
purpose|for learning about archives|to learn about archives
purpose|how people come into planning|to learn how people come into planning
purpose|what a planner does all day|to learn what a planner does all day
purpose|information about hospital administration|to learn about hospital administration
purpose|advice on careers in forestry|to learn about careers in forestry
purpose|for information|
purpose|career change|
purpose|networking|
purpose|I need a change|
purpose|to I learn more|
purpose|to the point|
purpose|to learn about what?|to learn about what
purpose|to ...|
purpose|to|
purpose|to learn about n/a|
purpose|hello, to learn about planning|
purpose|find out whether museum work suits me|to find out whether museum work suits me
purpose|Explore the field|to explore the field
purpose|hospital administration|
purpose|because I want to learn|
purpose|about planning|to learn about planning
thank_them_for|your advice to begin with admissions|for your advice to begin with admissions
thank_them_for|the story of the flooded archive|for the story of the flooded archive
thank_them_for|The tour of the press room|for the tour of the press room
thank_them_for|taking my call in a hard week|for taking my call in a hard week
thank_them_for|Explaining the budget|for explaining the budget
thank_them_for|being frank about pay|for being frank about pay
thank_them_for|explained the budget to me|for explaining the budget to me
thank_them_for|told me about night shifts|for telling me about night shifts
thank_them_for|you told me about night shifts|for telling me about night shifts
thank_them_for|You took me through the ward|for taking me through the ward
thank_them_for|that you showed me the press room|for showing me the press room
thank_them_for|she gave me two names|for giving me two names
thank_them_for|for you told me about night shifts|for telling me about night shifts
thank_them_for|for explain me the budget|for explaining to me the budget
thank_them_for|thank you for the tour of the ward|for the tour of the ward
thank_them_for|Thanks for the tour of the ward|for the tour of the ward
thank_them_for|Thank you so much for the tour of the ward|for the tour of the ward
thank_them_for|I learned a lot about pay|
thank_them_for|I enjoyed the tour|
thank_them_for|for I learned a lot about pay|
thank_them_for|we talked about pay|
thank_them_for|for for the tour of the ward|for the tour of the ward
thank_them_for|for the tour of the ward?|for the tour of the ward
thank_them_for|for ...|
thank_them_for|for|
thank_them_for|for TBA|
thank_them_for|great chat|
thank_them_for|nice person|
thank_them_for|because you helped me with pay|
thank_them_for|to show me the ward|
thank_them_for|Hi Ana, for the tour|
thank_them_for|it was a good tour|
position|I am a nurse at Lakeside Clinic|a nurse at Lakeside Clinic
position|I'm a senior at Kent State|a senior at Kent State
position|i am studying chemistry|studying chemistry
position|Nurse at Lakeside Clinic|a nurse at Lakeside Clinic
position|nurse at Lakeside Clinic|a nurse at Lakeside Clinic
position|student at Kent State|a student at Kent State
position|MBA student at Riverside|an MBA student at Riverside
position|Engineer with nine years in bridges|an engineer with nine years in bridges
position|nurse|a nurse
position|Graduate of Porto|a graduate of Porto
position|Lakeside Clinic|
position|Kent State University|
position|University of Porto|
position|I work at Lakeside Clinic|
position|We run a food bank|
position|n/a at present|
position|a nurse?|a nurse
position|a|
position|My name is Dana|
position|hello|
they_offered|introduce me to Ana Ruiz|to introduce me to Ana Ruiz
they_offered|introducing me to Ana Ruiz|to introduce me to Ana Ruiz
they_offered|Show me the press room|to show me the press room
they_offered|will introduce me to Ana Ruiz|
they_offered|she will introduce me to Ana Ruiz|to introduce me to Ana Ruiz
they_offered|You offered to show me the ward|to show me the ward
they_offered|introduction to Ana Ruiz|an introduction to Ana Ruiz
they_offered|to introducing me to Ana|to introduce me to Ana
they_offered|I may call her|
they_offered|to ...|
where|I will meet her at the café|
where|we meet at the station|
where|ask her|
where|see email|
where|call him first|
where|the café opposite the station?|the café opposite the station
where|the café ??|the café
where|The place is the café|the café
where|TBD, maybe the café|
why_this_person|My professor told me about you|because my professor told me about you
why_this_person|I've followed your work|because I've followed your work
why_this_person|Ana told me to write to you|because Ana told me to write to you
why_this_person|article in the Globe|
why_this_person|works in planning|
why_this_person|planner at Acme|
why_this_person|your a leader in the field|
why_this_person|because of your a leader|
why_this_person|because of she told me|because you told me
why_this_person|because I|
why_this_person|You're well known|because you're well known
why_this_person|found you on LinkedIn|because I found you on LinkedIn
why_this_person|Referred by Ana Ruiz|
why_this_person|same school|
why_this_person|both from Porto|
why_this_person|because of there was an article|because there was an article
why_this_person|cool job|
why_this_person|met at conference|because we met at conference
why_this_person|Professor Hale gave me your name|because Professor Hale gave me your name
purpose|get advice|to get advice
purpose|understand the industry|to understand the industry
purpose|I hope to learn about mining|to learn about mining
purpose|want to learn about mining|to learn about mining
purpose|to learns about mining|
purpose|a conversation|
purpose|career advice|
purpose|learn|to learn
purpose|Talk about mining|to talk about mining
purpose|to a better understanding|
purpose|looking for advice|to look for advice
purpose|Is to learn about mining|to learn about mining
purpose|that I learn about mining|
thank_them_for|her advice|for your advice
thank_them_for|meeting me|for meeting me
thank_them_for|the advice|for the advice
thank_them_for|he was kind|for being kind
thank_them_for|Ana's time|for Ana's time
thank_them_for|advice about mining|
thank_them_for|for gave me a tour|for giving me a tour
thank_them_for|for you are so kind|
thank_them_for|of your help|
thank_them_for|your welcome|for your welcome
thank_them_for|so much for the tour|
thank_them_for|all the tips on mining|for all the tips on mining
thank_them_for|for your the tour|
thank_them_for|about mining|
position|Senior|a senior
position|Software engineer|a software engineer
position|student|a student
position|Columbia University|
position|am a nurse|a nurse
position|nursing student|a nursing student
position|career changer|a career changer
position|Teacher, Porto|a teacher, Porto
position|worked at Acme for ten years|
they_offered|intro to Ana|an intro to Ana
they_offered|would show me around|
they_offered|he'll send the report|to send the report
where|I don't know yet|
where|we'll decide|
where|She said the lobby|
why_this_person|I am fascinated by your work on rail|because I am fascinated by your work on rail
why_this_person|he suggested I write|because you suggested I write
why_this_person|your team's handling of the flood|because of your team's handling of the flood
why_this_person|Your career in rail interests me|because your career in rail interests me
why_this_person|watched your TED talk|because I watched your TED talk
why_this_person|because of you gave a talk|because you gave a talk
why_this_person|expert in rail|
why_this_person|because of -|
why_this_person|see above, same as Tom|
why_this_person|because because I like rail|because I like rail
purpose|find a mentor|to find a mentor
purpose|I'm hoping to learn about rail|to learn about rail
purpose|To learning about rail|to learn about rail
purpose|rail careers|
purpose|ask about rail|to ask about rail
purpose|to learn about rail???|to learn about rail
purpose|Purpose: to learn about rail|
thank_them_for|she explained the budget|for explaining the budget
thank_them_for|the three books|for the three books
thank_them_for|naming three books|for naming three books
thank_them_for|I liked the tour|
thank_them_for|Thank you for naming three books|for naming three books
thank_them_for|for to name three books|
thank_them_for|gave me three books|for giving me three books
position|accountant at Deloitte|an accountant at Deloitte
position|I'm an accountant|an accountant
position|Ohio State University|
position|Accountant|an accountant
position|Currently I work at Deloitte|
they_offered|send the report|to send the report
they_offered|She would call the dean|to call the dean
they_offered|She would introduce me to their coordinator|to introduce me to your coordinator
where|we could meet at Zoom|
where|I'll call her|
"""

EMPTY = """
why_this_person|because of your success
why_this_person|because of your great work
why_this_person|because of your impressive career
why_this_person|because of your experience and expertise
why_this_person|because I admire your work
why_this_person|because of your reputation in your field
why_this_person|because you are so successful
why_this_person|since you have a lot of experience
thank_them_for|for your time
thank_them_for|for everything
thank_them_for|for your help and advice
thank_them_for|for taking the time
thank_them_for|for the great conversation
thank_them_for|for sharing your insights
thank_them_for|for your kindness
thank_them_for|for your valuable advice today
"""

FOREIGN = """
why_this_person|por su artículo sobre los puertos
why_this_person|wegen Ihres Vortrags und für die Zukunft
why_this_person|из-за вашей статьи
purpose|aprender de la profesión
thank_them_for|pour votre temps
position|enfermera de la clínica
"""


def phrases(table: str) -> list[tuple[str, ...]]:
    """Read a table: the attribute, the text, and what else stands behind the bars."""
    return [tuple(line.split("|")) for line in table.splitlines() if line]
