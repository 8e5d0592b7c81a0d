import { defineMessages } from '@common-measure/platform/web-kit';

export const methodsMessages = defineMessages({
  en: {
    title: 'Methods',
    lede: 'Every number can be defended: how it was computed stands beside it, and an R script with which it comes out again.',
    parts: [
      {
        id: 'sampling',
        title: 'What the sample allows one to say',
        paragraphs: [
          'Before a survey is published, its sampling class is declared. A probability sample or an attempted census speaks for everyone on the list it was drawn from. A systematic intercept, which stops every n-th visitor, speaks for visits, not for visitors.',
          'An open link, an opt-in panel or a quota sample speaks for those who answered. For these no margin of error is given, no interval, no test and no arrow, whatever their number.',
        ],
      },
      {
        id: 'scores',
        title: 'Scores and shares',
        paragraphs: [
          'A score places each answer between 0 for the worst point of its scale and 100 for the best, and takes the weighted mean. The share of the two best points (top 2), of the two worst (bottom 2) and their difference (net) are counted over valid answers. “Does not apply”, “don’t know” and refusals are left out and reported beside, each with its count.',
        ],
      },
      {
        id: 'intervals',
        title: 'Standard errors and intervals',
        paragraphs: [
          'Variances come from the design: strata, clusters and weights as they were declared, linearized by Taylor series, as R’s survey package computes them. A group is a domain of the whole design; its cases are never cut out as if they were a sample of their own.',
          'Means and scores have intervals from the t distribution with the design’s degrees of freedom (clusters minus strata). Intervals of shares stay between 0 and 100%. The interval is that of 19 samples in 20 (95%).',
          'The effective number of answers is the number that a simple random sample would need for the same precision. Quality is judged by it and by the width of the interval; the coefficient of variation is used for totals only.',
        ],
      },
      {
        id: 'comparisons',
        title: 'Comparisons',
        paragraphs: [
          'A group is compared with everyone else, not with the total that contains it. Waves are compared by a test of the difference that respects both designs. Where several comparisons stand side by side, they are held together to one chance in twenty of a false alarm (Holm).',
          'Where waves are not comparable, because one is weighted and the other not or because the scale changed, both are shown and no change is tested.',
        ],
      },
      {
        id: 'drivers',
        title: 'Drivers and priorities',
        paragraphs: [
          'The share of an item is its average contribution to the explained variation of overall satisfaction over all orders in which the items can enter the model (Shapley, or LMG). Its interval comes from drawing the sample again many times.',
          'Items whose intervals overlap are not put in order. The result shows what goes together, never what would change: it says “associated with”, and no more.',
        ],
      },
      {
        id: 'disclosure',
        title: 'Withheld figures',
        paragraphs: [
          'A figure needs a smallest number of answers, counted without weights: 20 for the public, 11 where results are shared, 10 inside the organization. A breakdown in which one figure is withheld is withheld with others, so that none can be worked out by subtraction.',
          'A withheld figure says why. Downloads, reports and the terminal leave out the same cells as the screen.',
        ],
      },
    ],
  },
  fr: {
    title: 'Méthodes',
    lede: 'Chaque chiffre peut être défendu : son calcul est exposé à côté de lui, avec un script R qui le redonne.',
    parts: [
      {
        id: 'sampling',
        title: 'Ce que l’échantillon permet de dire',
        paragraphs: [
          'Avant qu’un sondage soit publié, sa classe d’échantillonnage est déclarée. Un échantillon probabiliste ou une tentative de recensement parle pour toutes les personnes de la liste d’où il est tiré. Une interception systématique, qui arrête un visiteur sur n, parle des visites, non des visiteurs.',
          'Un lien ouvert, un panel volontaire ou un échantillon par quotas parle pour les personnes qui ont répondu. Dans ces cas, il n’y a ni marge d’erreur, ni intervalle, ni test, ni flèche, quel que soit leur nombre.',
        ],
      },
      {
        id: 'scores',
        title: 'Scores et parts',
        paragraphs: [
          'Un score place chaque réponse entre 0, le pire point de son échelle, et 100, le meilleur, puis en fait la moyenne pondérée. La part des deux meilleurs points (2 meilleures), celle des deux pires (2 pires) et leur différence (solde) sont calculées sur les réponses valides. « Sans objet », « ne sait pas » et les refus sont laissés de côté et rapportés à part, chacun avec son nombre.',
        ],
      },
      {
        id: 'intervals',
        title: 'Erreurs types et intervalles',
        paragraphs: [
          'Les variances viennent du plan de sondage : strates, grappes et poids tels que déclarés, par linéarisation de Taylor, comme les calcule le module survey de R. Un groupe est un domaine du plan entier; ses cas n’en sont jamais découpés comme s’ils formaient un échantillon à part.',
          'Les moyennes et les scores ont des intervalles tirés de la loi t, aux degrés de liberté du plan (grappes moins strates). Les intervalles des parts restent entre 0 et 100 %. L’intervalle est celui de 19 échantillons sur 20 (95 %).',
          'Le nombre effectif de réponses est celui qu’exigerait un échantillon aléatoire simple pour la même précision. La qualité se juge d’après lui et d’après la largeur de l’intervalle; le coefficient de variation ne sert qu’aux totaux.',
        ],
      },
      {
        id: 'comparisons',
        title: 'Comparaisons',
        paragraphs: [
          'Un groupe est comparé à toutes les autres personnes, non au total qui le contient. Les vagues sont comparées par un test de la différence qui respecte les deux plans. Lorsque plusieurs comparaisons sont côte à côte, elles sont tenues ensemble à une chance sur vingt de fausse alerte (Holm).',
          'Lorsque des vagues ne sont pas comparables, parce que l’une est pondérée et l’autre non ou que l’échelle a changé, les deux sont montrées et aucun changement n’est testé.',
        ],
      },
      {
        id: 'drivers',
        title: 'Déterminants et priorités',
        paragraphs: [
          'La part d’un élément est sa contribution moyenne à la variation expliquée de la satisfaction globale, sur tous les ordres dans lesquels les éléments peuvent entrer dans le modèle (Shapley, ou LMG). Son intervalle vient de nombreux rééchantillonnages.',
          'Les éléments dont les intervalles se chevauchent ne sont pas classés. Le résultat montre ce qui va ensemble, jamais ce qui changerait : il dit « associé à », et rien de plus.',
        ],
      },
      {
        id: 'disclosure',
        title: 'Chiffres retenus',
        paragraphs: [
          'Un chiffre exige un nombre minimal de réponses, compté sans poids : 20 pour le public, 11 lorsque les résultats sont partagés, 10 à l’intérieur de l’organisation. Une ventilation dont un chiffre est retenu en retient d’autres, pour qu’aucun ne puisse se déduire par soustraction.',
          'Un chiffre retenu dit pourquoi. Les téléchargements, les rapports et le terminal omettent les mêmes cellules que l’écran.',
        ],
      },
    ],
  },
});
