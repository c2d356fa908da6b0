/** The wording of standing disclaimers, gateway banners and list footers, in the languages met in British mailboxes. */

/** What such texts say, and how much each saying weighs. A text of three and more is furniture. */
export const SAYINGS: readonly (readonly [RegExp, number])[] = [
	[
		/\bintended (?:recipient|addressee)|intended (?:solely |only |exclusively )?for (?:the |its )?(?:sole |exclusive |personal )?(?:use|attention|addressee|recipient|named|person|individual|intended)|\b(?:solely|only|exclusively) for the (?:use|attention|addressee|recipient|named|person|individual|intended)|named (?:addressee|recipient|person)|confidential to the (?:addressee|intended|recipient)|for the (?:sole|exclusive) use of|destined (?:only )?for|(?:solely|only|exclusively) (?:to|by) (?:the|those|any) (?:person|individual|addressee)|to (?:whom|who|whoever|those)\b.{0,20}\baddress/,
		2,
	],
	[
		/\bnot the (?:intended|named|correct|proper)? ?(?:recipient|addressee)|(?:received|reached|sent to|got|has come to) (?:this |it |the |you )?(?:[\w-]+ ){0,3}?(?:in error|by mistake|erroneously)|in error,? please|mis-?(?:sent|directed|delivered|transmission)/,
		2,
	],
	[
		/(?:notify|inform|contact|advise|tell|alert|let|return (?:it |this |the )?(?:[\w-]+ ){0,2}?to)(?: to)? (?:us|(?:the |its |its original )?(?:sender|originator|postmaster|system manager|it (?:help|service) ?desk|author))/,
		1,
	],
	[
		/\b(?:delete|destroy|discard|erase|remove|bin|deleting|destroying)(?:d| all| any)? (?:this|it|the|any|all|copies|its)\b|anyone else who (?:receives|reads|gets)/,
		0.8,
	],
	[
		/\b(?:disclos|disseminat|distribut|copy|copying|reproduc|retransmi|dissemination|use)[\w ,/()&'-]{0,120}(?:prohibited|unauthori[sz]ed|unlawful|forbidden|not permitted|not (?:be )?allowed|illegal)|(?:prohibited|unauthori[sz]ed|unlawful|must not|may not|should not|do not|not authori[sz]ed to)[\w ,/()&'-]{0,60}(?:disclos|disseminat|distribut|copy|reproduc|retransmi|rely|take any action)/,
		1.5,
	],
	[/\bprivileged\b|proprietary/, 1],
	[
		/\b(?:this|the|any)(?: [\w-]+){0,3}? (?:e-?mail|mail|message|transmission|communication|information|contents?|document|attachments?|files?)\b[^.]{0,160}\bconfidential|\bconfidential (?:information|and|or)\b[^.]{0,80}(?:privileged|proprietary|intended|protected|legal)/,
		1.2,
	],
	[
		/(?:views|opinions?|statements?)(?: or (?:views|opinions?|statements?))?(?: [\w()'-]+){0,10}? (?:those|personal|necessarily|solely|represent|binding|of the (?:author|sender|individual))/,
		1.5,
	],
	[/virus|malware|malicious|defects?\b|(?:dangerous|harmful) content/, 0.8],
	[
		/(?:accepts?|takes?|assumes?|bears?|without|excludes?|disclaims?|no) (?:no |any |all |our )?(?:legal )?(?:liability|responsibility|warranty|representation)|(?:cannot|will not|not|shall not|do not) (?:be (?:held )?|accept (?:any )?)(?:liab|responsib)|be liable/,
		1.2,
	],
	[
		/(?:e-?mails?|communications?|messages?|traffic|calls)[^.]{0,80}\b(?:monitor|intercept|record|scann?|filter|log)(?:ed|ing)?\b|\b(?:monitors?|intercept|scans?) (?:all |any |its |outgoing |incoming )*(?:e-?mail|communication|message|traffic)/,
		1.2,
	],
	[
		/guarantee[ds]?[^.]{0,60}(?:secure|error|timely|free|complete)|(?:secure|error)-free|internet[^.]{0,60}(?:secure|guarantee)|susceptible to/,
		1.2,
	],
	[/(?:may|could|can) be subject to (?:\w+ )?(?:disclosure|release|request)|liable to disclosure/, 1],
	[
		/freedom of information act|environmental information regulations|(?:data protection|gdpr|privacy (?:notice|policy|statement))[^.]{0,100}(?:https?:|www\.|website|visit|see|read|click|personal)|how we (?:use|handle|process) your (?:personal )?(?:data|information)/,
		1,
	],
	[
		/registered (?:office|in (?:england|scotland|wales|ireland)|charity|company|address)|company (?:registration|reg(?:istered)?) ?(?:no|number)|vat (?:reg|no|number)|authori[sz]ed and regulated by/,
		1.6,
	],
	[
		/(?:consider|think (?:of|about)|care for|mindful of|respect|meddwl am|ystyriwch)[^.]{0,20} (?:the |our |your |yr )?(?:environment|planet|trees|amgylchedd)/,
		1.5,
	],
	[/before (?:you )?print|(?:really )?need to print|cyn argraffu/, 1.8],
	[/think before (?:you )?print|help save paper|save a tree/, 2],
	[
		/(?:originat|com(?:es?|ing)|sent|received|was)(?:ed|es)? (?:from |by )?(?:an? )?(?:outside|external|somebody outside)\b|external (?:e-?mail|sender|source|message)\b|from outside (?:of )?(?:the |our |your )?(?:organi[sz]ation|council|company|network|trust)|y tu allan i/,
		1.6,
	],
	[
		/(?:do not|don't|never|avoid|before|caution (?:when|before)|beware|careful)[\w ,]{0,40}(?:click|open|follow)(?:ing)?[\w ,]{0,30}(?:links?|attachments?)|unless you (?:recogni[sz]e|know|trust|are (?:sure|certain|expecting|confident))|verify the sender|you don't often get e?-?mail from|peidiwch â chlicio/,
		1.6,
	],
	[
		/\bunsubscribe\b|you (?:are receiving|received|have received|'re receiving) this (?:e-?mail|message|newsletter)? ?(?:because|as)|manage your (?:subscription|preferences)|to stop receiving/,
		2,
	],
	[
		/(?:does not|not|shall not|no)[\w ,]{0,30}(?:constitute|form|create|bind|intended to (?:be|create))[\w ,]{0,40}(?:contract|agreement|offer|binding|obligation|commitment|advice)|legally binding/,
		1.5,
	],
	[
		/(?:scanned|checked|screened|swept|protected|secured|verified) (?:by|for|using|with)\b|virus[- ]free|\b(?:mimecast|messagelabs|mailscanner|avast|mailmarshal|barracuda|proofpoint|websense|symantec\.cloud|mailcontrol)\b/,
		2,
	],
	[
		/^\W*(?:e-?mail |legal |important |confidentiality |privacy |general )*(?:disclaimer|confidentiality(?: (?:notice|note|statement|warning|clause)|:)|legal (?:notice|disclaimer)|privacy (?:notice|statement)|important notice|e-?mail notice|ymwadiad|notice of confidentiality)\b/,
		1.5,
	],
	[/(?:https?:\/\/|www\.)\S{0,120}(?:disclaim|legal|privacy|terms|confidentiality|ymwadiad)/, 1.8],
	[
		/\b(?:this|the) (?:e-?mail|mail|message|communication|transmission|electronic)(?: [\w-]+)?(?: \([^)]{0,40}\))?,? ?(?:and|together with|including|or|with)?,? ?(?:any|its|all|the)? ?(?:attach|files? |documents? |enclos|linked|accompanying|contain|may contain|is (?:intended|confidential|for)|may be)/,
		1.2,
	],
	[/copyright|intellectual property|all rights reserved/, 0.6],
	[/telephone call|fax|reply e-?mail|return e-?mail|immediately/, 0.4],
	[
		/reg(?:istered|\.)? (?:in|at)\b[^.]{0,60}(?:\bno\b|number|nr\b|\d{5,})|registered (?:office|company|charity)\b[^.]{0,40}(?:\bis\b|:|\bno\b|number|\d)|(?:company|charity|registration|registered) (?:number|no\.?):? ?\d/,
		3,
	],
	[
		/no virus found|(?:checked|scanned) (?:by|for virus)|virus[- ]free|virus (?:signature )?database|outbound message clean|believed to be clean/,
		2.5,
	],
	[
		/(?:views|opinions?|statements?|visie|safbwyntiau) (?:[\w,]+ ){0,3}?(?:expressed|stated|presented|contained|given)/,
		1,
	],
	[
		/(?:do(?:es)? not|not) (?:necessarily )?(?:represent|reflect|constitute|shared|endorsed|the (?:views|opinions?))|not those of|official position|are (?:my own|mine|personal|purely|solely|the (?:sender|author|writer)'s)/,
		1.5,
	],
	[/^\W*(?:d ?i ?s ?c ?l ?a ?i ?m ?e ?r)\b|\b(?:e-?mail|mail|communications?|legal) (?:disclaimer|notice)\b/, 1.5],
	[/mailman\/listinfo|list-?unsubscribe|mailing list\W{1,4}(?:\S+@|\S+ at \S+\.|https?:)|posting guide/, 2.2],
	[/mailing list/, 1],
	[
		/secure (?:form|means|method|communication|medium)|altered (?:by|in|during)|cannot be guaranteed|may be (?:altered|changed|falsified|modified)|waived or lost/,
		1.5,
	],
	[
		/sent (?:through|via|by way of) the .{0,40}(?:mail|e-?mail|message) (?:service|system|gateway)|in confidence to|sent in confidence|intended to be read|terms of (?:the|our) (?:electronic|e-?mail)/,
		1.2,
	],
	// Welsh
	[/(?:bwriad(?:wyd|u|a)|bwriedi?r|ar gyfer)[^.]{0,60}(?:derbyn|person|sawl|unigolyn|defnydd|sylw)/, 2],
	[/(?:mewn|drwy|trwy) (?:camgymeriad|gamgymeriad)|nid chi yw'r/, 2],
	[
		/(?:e-bost|neges|ebost)[^.]{0,80}(?:cyfrinachol|gyfrinachol|atodiad)|cyfrinachol[^.]{0,60}(?:breintiedig|e-bost|neges)/,
		1.2,
	],
	[
		/(?:dileu|dilëwch|dilewch|hysbys\w*|cysyllt\w*)[^.]{0,40}(?:anfonwr|anfonydd|neges|e-bost)|cyfrifoldeb|atebolrwydd|feirws|firws/,
		1,
	],
	[
		/(?:barn|safbwyntiau)[^.]{0,80}(?:awdur|cynrychioli|o reidrwydd|anfonwr)|croesaw\w* gohebiaeth|gohebiaeth yn (?:gymraeg|y gymraeg)|correspondence in welsh/,
		1.5,
	],
	// French, German, Spanish, Dutch, Italian
	[/destinat(?:aire|ario|ari)s?\b|adressat|empfänger|geadresseerde|ontvanger|bestemd voor|bestimmt für/, 1.5],
	[/par erreur|irrtümlich|versehentlich|por error|per errore|ten onrechte|abusivamente/, 1.5],
	[/(?:confidentiel|vertraulich|confidencial|riservat|vertrouwelijk)/, 1.2],
	[
		/(?:interdit|untersagt|nicht gestattet|prohibid|vietat|verboden|détruire|löschen|vernichten|eliminar|cancellar|verwijder)/,
		1,
	],
	[
		/(?:ce (?:message|courriel)|diese (?:e-?mail|nachricht)|este (?:mensaje|correo|e-?mail)|questo messaggio|dit (?:e-?mail)?bericht|deze e-?mail)/,
		0.8,
	],
];
