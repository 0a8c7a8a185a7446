/** Words that carry no story by themselves, in the languages live blogs are mostly written in; folded as `words` folds. */
const LISTS = [
  // English
  'a about above after again against all also am an and any are as at be because been before being below between both but by can could did do does doing don down during each few for from further had has have having he her here hers him his how i if in into is it its itself just ll me might mr mrs ms dr more most must my no nor not now of off on once one only or other our out over own re s said same say says she should so some such t than that the their them then there these they this those through to today too two under until up us ve very was we were what when where which while who whom why will with would you your nt ca wo m d',
  // German
  'aber alle als am an auch auf aus bei bin bis da das dass dem den der des die dies diese dieser doch durch ein eine einem einen einer eines er es fur hat haben ich ihr im in ist ja kann kein man mehr mit nach nicht noch nur ob oder seit sein sich sie sind so uber um und uns unter vom von vor war was wenn werden wie wir wird worden zu zum zur sagte',
  // French
  'au aux avec ce ces cette dans de des du elle en est et eux il ils je la le les leur lui ma mais me meme mes mon ne nos notre nous on ou par pas pour qu que qui sa se ses son sont sur ta te tes toi ton tu un une vos votre vous c j l n y ete a dit',
  // Spanish, Portuguese, Italian
  'al como con cual cuando del desde donde el ella ellos en entre era es esta este esto fue ha han hasta hay la las lo los mas mi muy nada ni no nos o para pero por porque que se ser si sin sobre son su sus tambien tiene todo un una uno y ya da das dos em mais na nas nao nos os ou pela pelo sao sua um uma alla che chi ci coi col come con cui dal dalla degli dei del della delle di e gli ho i il io la le lei ma nel nella non piu quale questo si sono sul sulla suo tra tu un una uno',
  // Dutch, Scandinavian
  'aan bij dat de die dit door een en er heeft het hij hoe ik in is je kan maar met naar niet nog of om onder ook op over te toen tot uit van veel voor was wat we werd wie worden zal ze zijn zo zou av da de den det du eller en er et for fra ha han hun i ikke jeg med men mot na nar og om pa sa seg sin som til ut vi var ved vil att har inte jag och sig',
];

const STOP_WORDS = new Set(LISTS.flatMap((list) => list.split(' ')));
/** Hiragana and lone digits carry grammar and clock times. */
const GRAMMAR = /^(?:[\u3040-\u309f]|\p{N}{1,2})$/u;

/** True for a folded word that says nothing of what a text is about. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word) || GRAMMAR.test(word);
}
