import type { StatementPart } from './statement-page.tsx';

/** How each figure is made. */
export const estimatorMethods: Readonly<Record<'en' | 'fr', readonly StatementPart[]>> = {
  en: [
    {
      id: 'sampling',
      title: 'What the sample allows one to say',
      paragraphs: [
        'Before a survey is published, its sampling class is declared. A probability sample speaks for everyone on the list it was drawn from, an attempted census for those who were invited. A systematic intercept, which stops every n-th visitor, speaks for visits, not for visitors.',
        'An open link, an opt-in panel or a quota sample speaks for those who answered. For these no margin of error is given, no interval, no test and no arrow, whatever their number.',
      ],
    },
    {
      id: 'mean',
      title: 'Mean',
      paragraphs: [
        'The weighted mean of the valid answers, in the units of the question. Its variance comes from the design: strata, clusters and weights as they were declared, linearized by Taylor series, as R’s survey package computes it.',
        'The interval is the mean plus and minus t times the standard error, with the degrees of freedom of the design (clusters minus strata): 19 samples in 20 give one that holds the true value (95%).',
        '“Does not apply”, “don’t know” and refusals are left out and reported beside, each with its count.',
      ],
    },
    {
      id: 'score',
      title: 'Score, 0 to 100',
      paragraphs: [
        'Each answer is placed between 0 for the worst point of its scale and 100 for the best, and the weighted mean is taken. On a scale from 1 to 5 the points stand for 0, 25, 50, 75 and 100. Where low answers are good, the scale is turned. Standard error and interval are those of a mean.',
      ],
    },
    {
      id: 'proportion',
      title: 'Share of an answer',
      paragraphs: [
        'The weights of those who gave the answer, over the weights of all valid answers. The interval is that of Korn and Graubard: exact limits at the number of answers that the design is worth, so that it stays between 0 and 100%, and also holds where nobody or everybody gave the answer.',
      ],
    },
    {
      id: 'top-and-bottom-shares',
      title: 'Top-2 and bottom-2 shares',
      paragraphs: [
        'The share of the two best and of the two worst points of a scale, each a share like any other. Scales of fewer than four points have none: the two ends would overlap or cover the scale.',
      ],
    },
    {
      id: 'net',
      title: 'Net',
      paragraphs: [
        'The share of the two best points minus that of the two worst. It is computed as one mean of +1, 0 and −1, so that its standard error knows that the two shares move together.',
      ],
    },
    {
      id: 'net-promoter-score',
      title: 'Net promoter score',
      paragraphs: [
        'Of a question from 0 to 10: the percentage of 9 and 10 minus the percentage of 0 to 6, from −100 to 100. Standard error and interval are those of a mean.',
      ],
    },
    {
      id: 'total',
      title: 'Total',
      paragraphs: [
        'The weighted sum over the population: how many people gave an answer, or how much of a quantity there is. It means something only where the weights add up to the population. Its quality is judged by the coefficient of variation, which is used for totals only.',
      ],
    },
    {
      id: 'groups',
      title: 'Groups',
      paragraphs: [
        'A group is a domain of the whole design. Its cases are never cut out as if they were a sample of their own, which would give wrong standard errors. Who did not say to which group they belong is in none of them.',
      ],
    },
  ],
  fr: [
    {
      id: 'sampling',
      title: 'Ce que l’échantillon permet de dire',
      paragraphs: [
        'Avant qu’un sondage soit publié, sa classe d’échantillonnage est déclarée. Un échantillon probabiliste parle pour toutes les personnes de la liste d’où il est tiré, une tentative de recensement pour celles qui ont été invitées. Une interception systématique, qui arrête un visiteur sur n, parle des visites, non des visiteurs.',
        'Un lien ouvert, un panel volontaire ou un échantillon par quotas parle pour les personnes qui ont répondu. Dans ces cas, il n’y a ni marge d’erreur, ni intervalle, ni test, ni flèche, quel que soit leur nombre.',
      ],
    },
    {
      id: 'mean',
      title: 'Moyenne',
      paragraphs: [
        'La moyenne pondérée des réponses valides, dans l’unité de la question. Sa variance vient du plan de sondage\u00a0: strates, grappes et poids tels que déclarés, par linéarisation de Taylor, comme la calcule le module survey de R.',
        'L’intervalle est la moyenne plus ou moins t fois l’erreur type, aux degrés de liberté du plan (grappes moins strates)\u00a0: 19 échantillons sur 20 en donnent un qui contient la vraie valeur (95\u00a0%).',
        '«\u00a0Sans objet\u00a0», «\u00a0ne sait pas\u00a0» et les refus sont laissés de côté et rapportés à part, chacun avec son nombre.',
      ],
    },
    {
      id: 'score',
      title: 'Score, de 0 à 100',
      paragraphs: [
        'Chaque réponse est placée entre 0, le pire point de son échelle, et 100, le meilleur, puis la moyenne pondérée en est faite. Sur une échelle de 1 à 5, les points valent 0, 25, 50, 75 et 100. Lorsque les réponses basses sont bonnes, l’échelle est retournée. L’erreur type et l’intervalle sont ceux d’une moyenne.',
      ],
    },
    {
      id: 'proportion',
      title: 'Part d’une réponse',
      paragraphs: [
        'Le poids des personnes qui ont donné la réponse, sur celui de toutes les réponses valides. L’intervalle est celui de Korn et Graubard\u00a0: des limites exactes au nombre de réponses que vaut le plan, si bien qu’il reste entre 0 et 100\u00a0% et tient aussi lorsque personne ou tout le monde a donné la réponse.',
      ],
    },
    {
      id: 'top-and-bottom-shares',
      title: 'Parts des 2 meilleures et des 2 pires réponses',
      paragraphs: [
        'La part des deux meilleurs points et celle des deux pires points d’une échelle, chacune une part comme les autres. Les échelles de moins de quatre points n’en ont pas\u00a0: les deux bouts se recouvriraient ou couvriraient toute l’échelle.',
      ],
    },
    {
      id: 'net',
      title: 'Solde',
      paragraphs: [
        'La part des deux meilleurs points moins celle des deux pires. Il est calculé comme une seule moyenne de +1, 0 et −1, de sorte que son erreur type sait que les deux parts varient ensemble.',
      ],
    },
    {
      id: 'net-promoter-score',
      title: 'Taux de recommandation net',
      paragraphs: [
        'Pour une question de 0 à 10\u00a0: le pourcentage de 9 et de 10 moins celui de 0 à 6, de −100 à 100. L’erreur type et l’intervalle sont ceux d’une moyenne.',
      ],
    },
    {
      id: 'total',
      title: 'Total',
      paragraphs: [
        'La somme pondérée sur la population\u00a0: combien de personnes ont donné une réponse, ou combien il y a d’une quantité. Il n’a de sens que si les poids s’additionnent à la population. Sa qualité se juge au coefficient de variation, qui ne sert qu’aux totaux.',
      ],
    },
    {
      id: 'groups',
      title: 'Groupes',
      paragraphs: [
        'Un groupe est un domaine du plan entier. Ses cas n’en sont jamais découpés comme s’ils formaient un échantillon à part, ce qui donnerait des erreurs types fausses. Les personnes qui n’ont pas dit à quel groupe elles appartiennent ne sont dans aucun.',
      ],
    },
  ],
};
