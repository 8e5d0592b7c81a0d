import type { StatementPart } from './statement-page.tsx';

/** How figures are judged, compared, related and withheld. */
export const comparisonMethods: Readonly<Record<'en' | 'fr', readonly StatementPart[]>> = {
  en: [
    {
      id: 'quality',
      title: 'Quality',
      paragraphs: [
        'A figure is shown plainly or with the flag “caution”: where fewer than 30 answers stand behind it, or the design is worth fewer than 30, where the design leaves fewer than 8 degrees of freedom, or where the interval is too wide for what it says. The effective number of answers is the number that a simple random sample would need for the same precision.',
      ],
    },
    {
      id: 'comparisons',
      title: 'Comparisons',
      paragraphs: [
        'A group is compared with everyone else, not with the total that contains it. Waves are compared by a test of the difference that respects both designs. Where several comparisons stand side by side, they are held together to one chance in twenty of a false alarm (Holm).',
        'Where waves are not comparable, because the scale, its direction or its codes changed, no change is tested. Where one is weighted and the other not, where the wording changed or people were reached in another way, a warning stands beside the difference.',
      ],
    },
    {
      id: 'key-drivers',
      title: 'Key drivers',
      paragraphs: [
        'The share of an item is its average contribution to the explained variation of overall satisfaction over all orders in which the items can enter the model (Shapley, or LMG). Its interval comes from drawing the sample again many times, cluster by cluster within strata.',
        'Items whose intervals overlap are not put in order. The result shows what goes together, never what would change: it says “associated with”, and no more.',
      ],
    },
    {
      id: 'priority-matrix',
      title: 'Priority matrix',
      paragraphs: [
        'Across, the share of each item among the key drivers; upwards, its score. An item is placed in a quadrant only where both of its intervals stay on one side of the lines, which are stated. Else it is undecided.',
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
  fr: [
    {
      id: 'quality',
      title: 'Qualité',
      paragraphs: [
        'Un chiffre est montré tel quel ou avec la mention «\u00a0prudence\u00a0»\u00a0: lorsqu’il repose sur moins de 30 réponses, ou que le plan en vaut moins de 30, lorsque le plan laisse moins de 8 degrés de liberté ou lorsque l’intervalle est trop large pour ce qu’il dit. Le nombre effectif de réponses est celui qu’exigerait un échantillon aléatoire simple pour la même précision.',
      ],
    },
    {
      id: 'comparisons',
      title: 'Comparaisons',
      paragraphs: [
        'Un groupe est comparé à toutes les autres personnes, non au total qui le contient. Les vagues sont comparées par un test de la différence qui respecte les deux plans. Lorsque plusieurs comparaisons sont côte à côte, elles sont tenues ensemble à une chance sur vingt de fausse alerte (Holm).',
        'Lorsque des vagues ne sont pas comparables, parce que l’échelle, son sens ou ses codes ont changé, aucun changement n’est testé. Lorsque l’une est pondérée et l’autre non, que la formulation a changé ou que les personnes ont été jointes autrement, un avertissement accompagne la différence.',
      ],
    },
    {
      id: 'key-drivers',
      title: 'Déterminants',
      paragraphs: [
        'La part d’un élément est sa contribution moyenne à la variation expliquée de la satisfaction globale, sur tous les ordres dans lesquels les éléments peuvent entrer dans le modèle (Shapley, ou LMG). Son intervalle vient de nombreux rééchantillonnages, grappe par grappe dans les strates.',
        'Les éléments dont les intervalles se chevauchent ne sont pas classés. Le résultat montre ce qui va ensemble, jamais ce qui changerait\u00a0: il dit «\u00a0associé à\u00a0», et rien de plus.',
      ],
    },
    {
      id: 'priority-matrix',
      title: 'Matrice des priorités',
      paragraphs: [
        'En abscisse, la part de chaque élément parmi les déterminants; en ordonnée, son score. Un élément n’est placé dans un quadrant que si ses deux intervalles restent d’un même côté des lignes, qui sont énoncées. Sinon, il demeure indéterminé.',
      ],
    },
    {
      id: 'disclosure',
      title: 'Chiffres retenus',
      paragraphs: [
        'Un chiffre exige un nombre minimal de réponses, compté sans poids\u00a0: 20 pour le public, 11 lorsque les résultats sont partagés, 10 à l’intérieur de l’organisation. Une ventilation dont un chiffre est retenu en retient d’autres, pour qu’aucun ne puisse se déduire par soustraction.',
        'Un chiffre retenu dit pourquoi. Les téléchargements, les rapports et le terminal omettent les mêmes cellules que l’écran.',
      ],
    },
  ],
};
