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

export function isNoName(word: string): boolean {
  return elided.test(word) || notNames.has(plainWord(word));
}
