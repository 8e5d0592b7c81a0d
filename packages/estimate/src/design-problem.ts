import type { DesignDeclaration } from '@common-measure/dataset';
import type { LocalizedText, Problem } from '@common-measure/kernel';
import type { DesignRefusal } from '@common-measure/survey-statistics';

/** What is wrong with a design, where in the data, and what to do, in both languages. Rows are those of the file: the header is row 1. */
export function designProblem(refusal: DesignRefusal, design: DesignDeclaration): Problem {
  const { title, remedy } = textOf(refusal, design);
  return { code: `design-${refusal.code}`, status: 422, title, remedy, details: { place: 'design' } };
}

interface ProblemText {
  readonly title: LocalizedText;
  readonly remedy: LocalizedText;
}

function textOf(refusal: DesignRefusal, design: DesignDeclaration): ProblemText {
  const row = 'row' in refusal ? refusal.row + 2 : 0;
  const count = 'count' in refusal ? refusal.count : 0;
  const weight = design.weight ?? 'weight';
  const inRows = { en: `in ${count} rows, first in row ${row}`, fr: `dans ${count} lignes, d’abord à la ligne ${row}` };
  switch (refusal.code) {
    case 'no-rows':
      return both('The data hold no cases.', 'Les données ne contiennent aucun cas.', checkFile);
    case 'weight-not-a-number':
      return both(
        `The weight "${weight}" is missing or not a number ${inRows.en}.`,
        `Le poids «\u00a0${weight}\u00a0» manque ou n’est pas un nombre ${inRows.fr}.`,
        {
          en: 'Give every case a weight (0 leaves a case out), or name another column.',
          fr: 'Donnez un poids à chaque cas (0 exclut un cas), ou nommez une autre colonne.',
        },
      );
    case 'weight-negative':
      return both(
        `The weight "${weight}" is negative ${inRows.en}: ${refusal.value}.`,
        `Le poids «\u00a0${weight}\u00a0» est négatif ${inRows.fr}\u00a0: ${refusal.value}.`,
        { en: 'Weights are 0 or more: correct the file.', fr: 'Un poids est de 0 ou plus\u00a0: corrigez le fichier.' },
      );
    case 'weight-infinite':
      return both(
        `The weight "${weight}" is infinite ${inRows.en}.`,
        `Le poids «\u00a0${weight}\u00a0» est infini ${inRows.fr}.`,
        checkFile,
      );
    case 'weights-all-zero':
      return both(`Every weight "${weight}" is zero.`, `Tous les poids «\u00a0${weight}\u00a0» sont nuls.`, checkFile);
    case 'weights-too-large':
      return both(
        `The weights "${weight}" are too large to be added up: ${refusal.value} in row ${row}.`,
        `Les poids «\u00a0${weight}\u00a0» sont trop grands pour être additionnés\u00a0: ${refusal.value} à la ligne ${row}.`,
        checkFile,
      );
    case 'stratum-missing':
      return both(
        `The stratum "${design.strata[refusal.stage - 1] ?? ''}" is missing ${inRows.en}.`,
        `La strate «\u00a0${design.strata[refusal.stage - 1] ?? ''}\u00a0» manque ${inRows.fr}.`,
        {
          en: 'Every case lies in a stratum: complete the column, or leave the strata out of the design.',
          fr: 'Chaque cas appartient à une strate\u00a0: complétez la colonne, ou retirez les strates du plan.',
        },
      );
    case 'cluster-missing':
      return both(
        `The cluster "${design.clusters[refusal.stage - 1] ?? ''}" is missing ${inRows.en}.`,
        `La grappe «\u00a0${design.clusters[refusal.stage - 1] ?? ''}\u00a0» manque ${inRows.fr}.`,
        {
          en: 'Every case lies in a cluster: complete the column, or name another one.',
          fr: 'Chaque cas appartient à une grappe\u00a0: complétez la colonne, ou nommez-en une autre.',
        },
      );
    case 'cluster-in-two-strata':
      return both(
        `Cluster ${refusal.cluster} lies in two strata, ${refusal.strata[0]} and ${refusal.strata[1]} (row ${row}).`,
        `La grappe ${refusal.cluster} est dans deux strates, ${refusal.strata[0]} et ${refusal.strata[1]} (ligne ${row}).`,
        {
          en: 'Set "nest": true if the parts in each stratum are clusters of their own; otherwise correct the strata.',
          fr: 'Mettez «\u00a0nest\u00a0»\u00a0: true si les parts de chaque strate sont des grappes à part entière; sinon, corrigez les strates.',
        },
      );
    case 'one-psu':
      return both(
        'All cases lie in one cluster, so that no sampling error can be computed.',
        'Tous les cas sont dans une seule grappe\u00a0: aucune erreur d’échantillonnage ne peut être calculée.',
        { en: 'Name another cluster column, or none.', fr: 'Nommez une autre colonne de grappes, ou aucune.' },
      );
    case 'lonely-psu':
      return both(
        `Stratum ${refusal.stratum} holds one sampled unit only (row ${row}), so that its variance cannot be computed.`,
        `La strate ${refusal.stratum} ne contient qu’une seule unité (ligne ${row})\u00a0: sa variance ne peut être calculée.`,
        {
          en: 'Join it to another stratum, or choose in the design what to do with such strata: revise the choices of the dataset, or set "lonelyPsu" to "adjust", "average", "certainty" or "remove" in a request.',
          fr: 'Réunissez-la à une autre strate, ou choisissez dans le plan quoi faire de telles strates\u00a0: révisez les choix de l’ensemble de données, ou donnez à «\u00a0lonelyPsu\u00a0» la valeur «\u00a0adjust\u00a0», «\u00a0average\u00a0», «\u00a0certainty\u00a0» ou «\u00a0remove\u00a0» dans une requête.',
        },
      );
    case 'fpc-below-sample':
      return both(
        `Stratum ${refusal.stratum}: the population is ${refusal.population}, but ${refusal.sampled} units were sampled (row ${row}).`,
        `Strate ${refusal.stratum}\u00a0: la population est de ${refusal.population}, mais ${refusal.sampled} unités ont été tirées (ligne ${row}).`,
        populationRemedy,
      );
    case 'fpc-varies':
      return both(
        `The population size varies within stratum ${refusal.stratum} (row ${row}).`,
        `L’effectif de population varie dans la strate ${refusal.stratum} (ligne ${row}).`,
        populationRemedy,
      );
    case 'fpc-not-a-number':
      return both(
        `The population size of stage ${refusal.stage} is missing ${inRows.en}.`,
        `L’effectif de population du degré ${refusal.stage} manque ${inRows.fr}.`,
        populationRemedy,
      );
    case 'fpc-not-positive':
    case 'fpc-mixed':
      return both(
        `The population size of stage ${refusal.stage} is ${refusal.value} in row ${row}.`,
        `L’effectif de population du degré ${refusal.stage} est de ${refusal.value} à la ligne ${row}.`,
        populationRemedy,
      );
    case 'fpc-stages':
      return both(
        `The design has ${refusal.stages} stages but ${refusal.given} population sizes.`,
        `Le plan a ${refusal.stages} degrés, mais ${refusal.given} effectifs de population.`,
        { en: 'Name one column per stage, or none.', fr: 'Nommez une colonne par degré, ou aucune.' },
      );
    case 'too-many-stages':
      return both(`The design names ${refusal.stages} stages.`, `Le plan nomme ${refusal.stages} degrés.`, {
        en: 'Name at most three cluster columns, and strata for no more stages than clusters. Cross two strata into one column first.',
        fr: 'Nommez au plus trois colonnes de grappes, et des strates pour autant de degrés au plus. Croisez d’abord deux strates en une seule colonne.',
      });
    case 'length-differs':
      throw new Error(refusal.message);
  }
}

const checkFile: LocalizedText = {
  en: 'Check the file and the codebook.',
  fr: 'Vérifiez le fichier et le dictionnaire de variables.',
};
const populationRemedy: LocalizedText = {
  en: 'Give each stratum one population size, no smaller than its sample; or sampling fractions of at most 1 everywhere.',
  fr: 'Donnez à chaque strate un seul effectif de population, au moins égal à son échantillon; ou partout des fractions de sondage d’au plus 1.',
};

function both(en: string, fr: string, remedy: LocalizedText): ProblemText {
  return { title: { en, fr }, remedy };
}
