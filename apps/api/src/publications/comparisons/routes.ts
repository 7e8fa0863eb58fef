/** Routes of the comparisons among those of the portal. */
export const comparisonRoutes = ['/public/compare', '/public/elements', '/public/elements/:code', '/public/publications/:id/changes'] as const;
export type ComparisonRoute = (typeof comparisonRoutes)[number];
export const isComparison = (route: string): route is ComparisonRoute => comparisonRoutes.some((one) => one === route);
