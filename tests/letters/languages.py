"""Letters in other languages than English, as people write them."""

FOREIGN = {
    "German": (
        "Sehr geehrte Frau Krämer,\n\nich schreibe Ihnen, weil mich Ihr Weg vom Krankenhaus in die Verwaltung sehr interessiert. "
        "Ich würde gern von Ihnen lernen, wie man in diesen Beruf kommt. Hätten Sie zwanzig Minuten Zeit für mich?\n\n"
        "Mit freundlichen Grüßen\n\nDana Whitfield",
        "Guten Tag Herr Braun,\n\nvielen Dank für das Gespräch am Montag und für den Rat, den Sie mir gegeben haben. Ich werde mich "
        "bei Frau Vogt melden und Ihnen berichten, was daraus geworden ist.\n\nHerzliche Grüße\n\nDana",
        "Liebe Jutta,\n\ndanke, dass du dir die Zeit genommen hast. Das Treffen hat mir sehr geholfen, und ich melde mich bei dir, "
        "wenn es etwas Neues gibt.\n\nDana",
    ),
    "French": (
        "Madame,\n\nje vous écris parce que votre parcours dans les musées m'intéresse beaucoup. Auriez-vous vingt minutes pour "
        "répondre à mes questions sur votre métier ? Je ne cherche pas un emploi, mais des conseils.\n\nDana Whitfield",
        "Cher Monsieur,\n\nje vous remercie pour le temps que vous avez bien voulu m'accorder lundi. Vos conseils sur la "
        "gestion des collections me sont très utiles.\n\nDana Whitfield",
    ),
    "Spanish": (
        "Estimada señora Duarte:\n\nLe escribo porque me interesa mucho su trabajo en el museo. Me gustaría conocer su opinión "
        "sobre la profesión. ¿Tendría usted veinte minutos para hablar conmigo?\n\nDana Whitfield",
        "Hola, Luis:\n\nMuchas gracias por la conversación del lunes y por los consejos que me diste. Te contaré lo que "
        "resulte de todo esto.\n\nDana",
    ),
    "Italian": (
        "Gentile dottoressa Conti,\n\nLe scrivo perché il suo lavoro nel museo mi interessa molto. Vorrei sapere come si entra "
        "in questa professione. Avrebbe venti minuti per una conversazione con me?\n\nDana Whitfield",
        "Caro Marco,\n\ngrazie per il tempo che mi hai dedicato lunedì e per i consigli sulla gestione della collezione. Ti "
        "racconto presto come è andata con la persona di cui mi hai parlato.\n\nDana",
    ),
    "Portuguese": (
        "Prezada senhora Duarte,\n\nescrevo porque o seu trabalho no museu me interessa muito. Gostaria de saber como se entra "
        "na profissão. Você teria vinte minutos para uma conversa comigo?\n\nDana Whitfield",
        "Caro Rui,\n\nmuito obrigada pela conversa de segunda-feira e pelos conselhos que me deu sobre a gestão das coleções. "
        "Vou contar o que resultar disso.\n\nDana",
    ),
    "Dutch": (
        "Geachte mevrouw De Vries,\n\nik schrijf u omdat uw werk in het museum mij zeer interesseert. Ik zou graag van u horen "
        "hoe men in dit beroep komt. Hebt u twintig minuten voor een gesprek met mij?\n\nDana Whitfield",
        "Beste Jan,\n\nhartelijk dank voor het gesprek van maandag en voor de raad die je mij hebt gegeven. Ik laat je weten wat "
        "ervan komt.\n\nDana",
    ),
    "another script": (
        "Уважаемая госпожа Орлова,\n\nя пишу Вам, потому что меня очень интересует Ваша работа в порту.\n\nDana Whitfield",
        "山田様\n\n博物館でのお仕事について、お話を伺いたくご連絡いたしました。\n\nDana Whitfield",
    ),
}
