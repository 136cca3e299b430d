"""Sentences with the judgment that R2 asks for: what asks, what denies, what is theirs, and what is neither."""

ASKS = """
I am looking for a job.
I am looking for a job in hospital administration.
I'm currently looking for work.
I am looking for full-time work in Columbus.
I am seeking employment with a company like yours.
I am seeking a position as an analyst.
I’m seeking a position where I can grow.
I am in search of an internship.
I want a job in your department.
I need a job by June.
I would like a job at Mercy Hospital.
I'd love a position on your team.
I would welcome an opening in your office.
I hope to find a job in this field.
I hope for a position in your department.
My purpose is to find a job in marketing.
My goal is to get a position in finance.
I am trying to land an entry-level position.
I am applying for the analyst position.
I am applying to your company.
I would like to apply for a job with you.
I wish to apply.
Please accept my application.
Please consider my application for the position.
Would you pass on my application to the right person?
Could you forward my resume to your human resources department?
Please pass my resume along to anyone who is hiring.
Please keep my resume on file.
Please consider me for any openings.
I ask you to consider me for the position of analyst.
Keep me in mind for any openings.
Please keep me in mind if something opens up.
Please keep me in mind should a position become available.
Please remember me when a position opens.
Please let me know of any openings.
Let me know if there are any openings in your group.
If you hear of anything, please let me know.
If you hear of any openings, I would be grateful to know.
If you know of a job, please tell me.
If you know of anyone who is hiring, I would be glad to hear.
Are you hiring?
Are you currently hiring?
Is your company hiring?
I was wondering whether you are hiring.
I wonder if your team is hiring at the moment.
Do you have any openings?
Do you have an opening for a junior analyst?
Do you have a job for me?
Don't you have a job for me?
Is there an opening on your team?
Isn't there a position for me?
Are there any vacancies in your department?
Might there be a place for me on your team?
I am available immediately.
I am available for full-time employment.
I am available.
I will be available to start in June.
I am on the market.
I am back on the job market after ten years.
I am open to work.
I am open to new opportunities.
I am actively looking.
I would like to work for you.
I would love to join your team.
I hope to work with your company one day.
Please hire me.
Would you hire someone like me?
You could use someone like me.
Please give me a chance.
Can you help me find a job?
Could you help me get a job at your hospital?
Could you offer me a position?
Would you grant me an interview for the job?
I would like an interview for the analyst position.
Please invite me to an interview.
I am asking you for a job.
I ask for an opening in your firm.
I am writing about the vacancy, for which I am well suited, and I am applying for it.
I am interested in a position with your company.
I am interested in any openings you may have.
I am interested in opportunities at your firm.
I am interested in your open position.
I am the right candidate for the job.
I'm not just looking for information but a job.
I am not looking for information but for a job.
I am not looking for advice, just a job.
I am not only looking for advice, but also for a job.
I am looking not only for advice but also for a job.
I am looking for information and a job.
I want advice, and I want a job.
I cannot say that I am not looking for a job.
I would not be writing if I were not looking for a job.
I am not asking for a job, but if you have an opening, I would be glad to hear of it.
I am not asking for a job; are you hiring, though?
I am not shy and I am looking for a job.
I won't hide that I am looking for a job.
I do not know whether you have any openings.
I am not sure whether you are hiring.
I do not mind asking you for a job.
I would not say no to a job.
I wouldn't turn down a position with you.
I want nothing more than a job with your team.
Why not hire me?
No, I am looking for a job.
I no longer hide it: I am looking for work.
While I am not in a hurry, I need a job.
Although I do not know you, I am looking for a job.
I am looking for a job like yours.
I am looking
for a job.
My job search has brought me to you.
I am in the middle of a job hunt.
Job seeker
Dana Whitfield, job-seeker
#OpenToWork
Application for the position of analyst
Inquiry about employment
I would be grateful for any job leads.
Please put in a good word for me with the hiring manager.
I am qualified for the position and would like to be considered.
I would be a great fit for the role.
I am looking for an opportunity to work for you.
I hope you will give me a job.
Thank you for your time; I am still looking for a position.
I am seeking new opportunities in finance.
I would appreciate being considered for a position.
If a position opens up, I would be glad to hear from you.
I would be happy to be considered for any role.
I have long wanted to work at your company.
I believe I would make a good addition to your team.
Do you know of any opportunities in your firm?
I am exploring job opportunities.
I am unemployed and need work.
I am hoping you might have something for me.
Might you need an assistant?
I can start immediately.
I would accept any position.
I hope this leads to a job.
My aim in talking with you is a job.
What I want is a job.
All I ask is a job.
I ask nothing but a job.
Is there any chance of a job with you?
Could there be room for me in your group?
I am ready to join your staff.
I'd be thrilled to join the Mercy Hospital team.
Kindly share my resume with your colleagues.
My application is attached; please forward it.
I am a job seeker with ten years of experience.
I am presently seeking a new role.
I was hoping to talk about a position.
I would like to discuss employment with you.
I would like to talk with you about job openings.
I write to ask whether you have work for me.
I write to inquire about openings at your hospital.
Could we talk about openings in your department?
I have applied for the position at your company.
I would like you to hire me.
I'm writing in the hope of a job.
I am looking for a new opportunity.
I am between jobs and looking for the next one.
Not being shy, I am looking for a job.
It is not easy to say, but I need a job.
It isn't that I am not looking for a job.
Should an opening arise, please think of me.
I'm job hunting at the moment.
I am hoping to be hired by a firm like yours.
I hope you might be able to find a place for me.
Do you foresee any openings in the coming months?
Please let me know of any vacancies that come up.
I would be very interested in joining your company.
I am writing to express my interest in a position with your company.
I am writing to express my interest in working for you.
I think I could be of great value to your company as an analyst.
Would there be an opportunity for me at your firm?
I'd be grateful if you could recommend me for a job.
Kindly refer me to your hiring manager.
I am ready for a new job.
I'm looking for my next role.
I am looking for new employment since my company closed.
Please see if your department could use an analyst.
I hope we can talk about my joining your team.
I'd like to throw my hat in the ring.
I want to be part of your team.
Is your department taking on new people?
Does your company hire graduates?
When will you be hiring next?
Will there be any openings this spring?
I'm available for hire.
Should you be looking for an assistant, please think of me.
If you need an assistant, I would be glad to help.
I'd like you to employ me.
Please consider this my application.
I hereby apply for the advertised post.
I saw your job posting and would like to be considered.
With reference to your advertisement, I apply for the post of analyst.
I would like to be interviewed for the position.
Could you pass my name to HR?
Could I send you my application?
I seek a challenging position in finance.
To obtain a position as a nurse manager.
Objective: a position as a nurse manager.
I am searching for a summer internship.
Do you offer internships?
Would you take me as an intern?
I'd like to intern with you this summer.
I'm hoping for employment.
I need employment.
Any job would do.
I will take any job.
I was told you might have a job opening.
I don't suppose you have any openings?
Not to be blunt, but I need a job.
I'm not asking for a favor, I'm asking for a job.
I'm not going to lie: I need work.
Rather than beat around the bush, I ask you for a job.
Without further ado, I am applying for a job.
I have never wanted a job as much as this one.
I'm not asking for advice. I'm asking for a job.
It's not advice that I need, it's a job.
I am not asking for a job today, but I hope you will keep me in mind for one; are there any openings?
I am not asking for a job yet, though I would gladly take one.
Information is not what I am after: I want a job.
You will not regret giving me a job.
You won't be sorry if you hire me.
I can't think of a better place to work, and I would love to join your team.
I've not had any luck in finding a job, so I am asking you for one.
I have no work and no income, and I am asking you for a job.
Never one to give up, I am looking for a job again.
It would not hurt to ask: are you hiring?
Without a job since May, I am looking for work.
I am not employed at present and am seeking a position.
I don't have a job and need one.
I am no longer employed and available at once for any position.
I do not have much experience, but I would love a job with you.
There's no place I would rather work, so please consider me for a position.
I'm not sure who handles applications, but I would like to apply.
I hope I am not too late to apply for the position.
I hope it is not too forward to ask whether you have any openings.
Not only do I admire your work, I would like to be hired.
""".strip()

DENIES = """
I am not asking you for a job.
I'm not asking for a job.
I’m not asking for a job.
I am not looking for a job with you.
I am not
looking for a job with you.
I'm not looking for work.
I am not seeking employment.
I am not seeking a position with your company.
I do not expect a job.
I don't want a job from you.
I am not applying for a job.
I'm not applying for anything.
This is not a job application.
This is not a request for a job.
Please do not take this as an application for a job.
I would like your advice rather than a job.
I hope for advice instead of a job.
It is information and advice that I hope for, not a job.
I am asking for information, not for a job.
I ask for advice and not for a position.
I want advice (not a job).
I want advice — not a job — from you.
I am not — and never will be — asking you for a job.
I am not - and never should be - asking for a job.
I am not, at this time, looking for a job.
I am not, I promise, looking for a job.
I am writing not to ask for a job but to learn from you.
I am neither looking for a job nor asking for an interview for one.
I am not asking for a job, nor for an interview.
I am not looking for a job with this letter, only for information and advice.
I will never ask you for a job.
I have no intention of asking you for a job.
I can assure you that I am not looking for a job with you.
You need not worry that I want a job.
I ask without any thought of a job.
I am not asking whether you are hiring.
I don't ask you to consider me for a position.
A job is not what I am asking for.
Asking for a job is not my purpose.
A job is the last thing I would ask of you.
I am not on the market.
I am not available for work.
I am not in search of a position.
I am far from asking for a job.
My purpose is to learn from you, and not to find a job.
I am not looking for a job, Dr. Okafor.
I am not, Dr. Okafor, looking for a job.
I want to be clear that I am not asking for a job.
I am not looking for a job and I am not asking you to find me one.
To be clear: I am not looking for a job with you.
Please understand that this is not about a job.
It's not a job I'm after.
I'm not after a job.
I am not trying to get a job through you.
My purpose isn't to find a job.
I do not want you to hire me.
I'm not here to ask for work.
I am not hoping for an opening.
You will not find a request for a job in this letter.
Nor am I asking for a job.
I am not currently looking for a position.
I ask for nothing but information and advice.
I am not writing to ask for a job, but to ask for your advice.
I am not asking for a job or an interview for one.
I am not asking you for a job, an interview, or an introduction to your hiring manager.
I'm not asking for a job or any openings you may have.
I'm not asking whether there are openings, only how you came to your work.
I do not want to ask about openings.
I'm not in the market for a job.
I’m not applying for a position, and I have no resume to send.
Please don't worry: I am not going to ask you for a job.
Rest assured that I am not job hunting.
This is not a job search letter.
I am not seeking, and will not ask for, a position with Mercy Hospital.
As I said on the telephone, I am not looking for a job with you; I am looking for information and advice only.
I want to stress that I'm only asking for information, not employment.
There is no job I am asking for.
I know you may have no openings, and I am not asking for one.
My interest is in information and advice; it is not in a job.
I am not trying to be hired.
I don't expect that you have any openings.
I am not interested in a job at the moment; I am a sophomore.
I do not ask for work, only for twenty minutes.
Nothing in this letter asks for a job.
""".strip()

THEIRS = """
I am writing to you because of your position as head of nursing.
I would like to know how you got your job.
I would like to hear how you came to your present job.
How did you find your first job?
Your job must take patience.
I read about the work your team does.
I admire the work that you do for patients.
I would like to learn about your work.
Thank you for telling me about your work.
Your recent opening of the Denver office interested me.
Congratulations on the opening of the new wing.
Thank you for opening my eyes to the night shift.
Your opening remarks at the conference stayed with me.
I enjoyed your opening chapter.
Is there an opening in your calendar next week?
What do you like about your job?
What does a job like yours ask of a person?
How does one prepare for a position like yours?
When you were looking for a job, what helped you?
How did you decide on the job you have now?
Dr. Okafor's job interests me.
Your team's work on discharge planning is why I write.
Your husband's position at the clinic came up in our talk.
What does a day in your job look like?
I would like to ask you about your work and your career.
You are in a position to know.
I would like to ask you for an informational interview.
I am looking for information and advice.
I would like to interview you about your work.
I will be available on Tuesday afternoon.
I am available at your convenience.
I am available to talk on any morning next week.
I would be glad of the opportunity to talk with you.
Thank you for the opportunity to learn from you.
I would like to apply your advice.
I am applying to graduate school.
I have applied what you told me.
The same applies to me.
Please keep me in mind for future reference.
I hope that you will remember me.
I hope that you will refer me to others who could tell me more.
Would you refer me to people in similar positions?
If you think of someone else whom I ought to ask, I would be grateful for the name.
If something comes up, we can find another time.
If another time has become better for you, I will gladly change to it.
I have thought about what the job asks of a person.
What is the hardest part of the job?
How did you learn on the job?
You did a good job of explaining it.
She has been a role model to me.
I left my last job in May.
In my job as a nurse I see it daily.
I look forward to our talk.
I am interested in how hospitals work.
I am a senior at Ohio State, and I work at the library.
Thank you for your work with students.
I am interested in nursing work.
Before you took the position you hold now, what did you do?
How did you come to the position?
I am looking for twenty minutes of your time.
I seek advice about hospital administration.
May I ask how you find working there?
I look forward to working through your reading list.
Let's work around your calendar.
I am a doctoral candidate in economics.
The product is on the market since May.
I will work on the questions you gave me.
I hope to hear how your new product reaches the market.
It would help me to see how the work is divided.
I would like to know what a typical day at your job is like.
I have followed your work at Mercy Hospital since 2019.
My purpose is to learn how people come into hospital administration.
I would like to learn how you moved from one role to another.
I work part-time at the library.
Would you have time to talk about your work on Thursday?
I would be grateful for the name of someone in your position at another hospital.
I have applied your advice, and it helped.
Thank you for the time you gave me between two shifts.
How did you know that the job was right for you?
I am a nurse at Lakeside Clinic.
I came to know of your work through Ana Ruiz.
Thank you for making room for me in your week.
Thank you for finding time for me.
Was there a time when you wanted to change your job?
What do you wish you had known when you applied for your job?
I joined your session on budgets at the conference.
I have admired the way your team works since I read about it in the Dispatch.
I'm interested in learning what a career in logistics looks like from the inside.
What skills should someone entering this field work on first?
I'd appreciate any suggestions about people I should talk to.
What does a typical week at work look like for you?
How did your role change after the merger?
I learned that you were hired right out of college, and I would like to hear that story.
What made you apply to Mercy Hospital in the first place?
I noticed that you have worked in three different departments.
Would you be available for a short call next week?
If you are available on Thursday, I could come by your office.
I am available most mornings.
I will be available by phone all of Friday.
As a student at Ohio State, I have little experience, and I am eager to learn from you.
I hope to make a good decision about my career.
I am considering a career change from nursing to administration.
I want to understand what this work is like before I decide.
I am trying to find out whether this field fits me.
I want to find out which skills matter.
I'd love to hear how you got started.
Thank you for the introduction to Ms. Lindqvist; we talked on Monday.
Your advice to speak with people in smaller firms was right.
I have taken a position at Lakeside Clinic, and your advice helped me decide.
I started a new job in May, and I wanted you to know.
I accepted a job at Lakeside Clinic in part because of what you told me.
Since we talked I have found a job that fits me.
I am working on the reading list you gave me.
You mentioned that the role of a charge nurse is changing.
I read your post on discharge planning.
Your job as a director must leave you little time.
I would be glad to return the favor in any way.
Please give my regards to your team.
I look forward to seeing your team at work.
Could you tell me how your team is organized?
I'm grateful for the chance to ask you questions.
Would you be willing to give me twenty minutes?
Please let me know if another time is better.
Please let me know if anything comes up on your side.
If you think of anyone else I should talk to, please let me know.
If you know of anyone I might talk to, I would be grateful for the name.
If you hear of anything worth reading, I would be glad to know.
Your work with job seekers at the library is why I write.
I am writing to you because of your talk on the future of work.
I am writing to you because of your work in recruiting.
I am writing to you because of your position as head of human resources.
I would like to learn how hospitals choose the people they work with.
It was good to see how you work with your staff.
I would like to join you for coffee.
May I join your session on Friday?
You asked what I want: I want to learn, not to apply.
I wish I had known that before I chose my major.
My current employer knows that I am exploring.
I am a career changer and would value your view.
I am not sure which direction to take.
I am free on Monday and Tuesday.
I need your advice.
I need twenty minutes of your time, not a job.
I want nothing more than your advice.
I ask for nothing more than twenty minutes.
I am in no position to judge.
Thank you for opening that door for me.
The opening of your talk made me think.
""".strip()

DOUBTFUL = """
The job market in Ohio is slow.
How do people find jobs in this field?
I would like to learn about jobs in hospital administration.
Many students are looking for jobs this spring.
My sister is seeking a position.
I would like to hear what kinds of positions there are.
Thank you for mentioning the opening.
I was laid off in May.
How do hospitals recruit?
What do you look for when you hire?
I wonder what an employer expects of an applicant.
> We have an opening in May.
> I am looking for a job.
I would like to know how one comes by an internship.
What does the vacancy rate say?
I am between jobs.
Nobody has offered me a job yet.
I cannot find a job.
""".strip()


def sentences(table: str) -> list[str]:
    """Split a table into sentences; a line that begins in lower case goes on from the one before."""
    found: list[str] = []
    for line in table.splitlines():
        if found and line[:1].islower():
            found[-1] += "\n" + line
        else:
            found.append(line)
    return found
