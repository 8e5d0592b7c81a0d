/** Capitalised words that follow a person's context and are no name: offices, places, days, courtesies. Without accents, in small letters. */
const notNames = new Set(
  `
a access account address administration advisor after again agent agriculture air airport alberta all also an and another april appointment area arrivee as assurance at
atlantic august aussi avec bank bilingual board branch brampton british bureau by calgary call canada canadian canadien canadienne carte center central centre ces
cette chef chez child city clerk clinic columbia comite commissioner community conseil counter county court cra customs customer de december decembre department departement des desk direction
directeur directrice district division docteur dossier dr du edmonton education employment emploi employe en english environment equipe est et everyone
everything excellent february federal fevrier first fisheries for form formulaire francais france francophone french friday from gatineau general good google government
gouvernement great great halifax halton hamilton hello health help her here his hopital hospital house housing how human i if il immigration in income indigenous info insurance internet
ircc is it its je january janvier jeudi job juillet juin july june just kingston kitchener la labrador lake laval le les lethbridge library licence ligne london longueuil lundi ma mais manager
manitoba march mardi mars may medicare mercredi merci metis mississauga moncton monday mon mont montreal municipal my national ne new newfoundland no non nord north northwest not notre nous november novembre nova nunavut
october octobre of office officer on online only ontario operator or ottawa ou our ouest park parks passport passeport pay people permis permit phone police pour
prince province provincial quebec quite ramq receptionist regina region registry renewal responsable revenue revenu rien room sa saguenay saint sainte samedi same sante saskatchewan saskatoon saturday school
scotia security september septembre service services she sherbrooke sir so social some son staff state st student sud sunday supervisor sur surrey svp tax team technician teller thank thanks that the their then there they this thunder
thursday to too toronto tout toute transport transports travel tres tribunal trois tuesday tv un une union united university until urgence us vancouver vendredi very veterans via victoria
ville visa votre vous we website wednesday welcome west when where while who wifi windsor winnipeg with work worker would yes you your yukon zoom
ministre ministere minister ministry mayor maire mairesse president premier premiere lady ladies madame monsieur mister miss chapeau bravo encore beaucoup congratulations
staff someone somebody nobody nothing person people man woman guy girl employees employee agents workers representative rep reception parking line wait waiting website site app apps email emails web portal
everything something anyone none both most some many several same these those them that which who whoever what why every each one two three four five six seven eight nine ten once twice
border immigrant newcomer elder elders senior seniors kids children nurse nurses doctors teacher teachers student students mother father mom dad wife husband son daughter neighbour neighbor
desjardins bell rogers telus videotron hydro costco walmart google microsoft amazon apple facebook paypal visa mastercard interac purolator fedex ups rbc bmo cibc scotiabank bank banque banks nhs gp covid omg
microsoft windows iphone android chrome safari firefox gmail outlook hotmail excel pdf adobe java linkedin youtube twitter whatsapp
personnel employes agents agent preposes prepose preposee gens personne quelqu quelqu’un chacun tous toutes aucun aucune plusieurs attente stationnement site courriel application formulaires guichet comptoir accueil bonjour bonsoir salut
ca cela ceci celui celle ceux vous ils elles elle lui leur leurs mes tes ses nos vos quand comme comment pourquoi parce depuis pendant apres avant sans sous sur entre dans chaque encore jamais toujours
main upper lower east west central royal national great new old big little young good bad best worst excellent super fantastic awesome amazing friendly polite quick slow rude long short clear easy hard difficult impossible
noel easter christmas halloween ramadan eid diwali hanukkah english anglais french catholic muslim christian jewish sikh hindu first nation nations inuit
rivieres riviere lac ile iles cap baie mont fort port grand grande petit petite beau belle haut haute bas basse vieux vieille nouveau nouvelle
`
    .trim()
    .split(/\s+/),
);

/** A word as the lists hold it: small letters, no accents. */
export function plainWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** "I’m", "J’ai", "L’agent" and the like begin with a capital, and are no names; "D’Amours" and "O’Brien" are. */
const elided = /^(?:I['’]|[JCLDNSMTQ]['’]\p{Ll}|Qu['’])/u;

/** Words in small letters behind "mr" or "mme", or behind a given name, that are no surname. */
const notSurnames = new Set(
  `a an and are as at au aux avec because but by car chez clerk dans de des director directeur directrice du elle en est et etait for from gave had has have he her his i il in is it
  judge juge la le les maire mairesse mayor me minister ministre mais my ne nous of on or ou par pour prepose presidente president qui que said s se she so sur that the them then they to told très tres un une very
  vous was were when where which who whom with you your fut m l d this there here just only not never always really tried seems does did can could would will should a ont on lui leur
  helped explained answered called came went took works worked did does told gets got made knew knows fixed sorted au aux puis qu ses son sa mon ma pas plus si sous vers`
    .trim()
    .split(/\s+/),
);

export function isNoSurname(word: string): boolean {
  return notSurnames.has(plainWord(word));
}

export function isNoName(word: string): boolean {
  return elided.test(word) || notNames.has(plainWord(word));
}
