/** The rows of a plain SQL statement; both drivers keep them under `rows`, but Drizzle's common type does not say so. */
export function rowsOf<Row>(result: unknown): readonly Row[] {
	return (result as { readonly rows: readonly Row[] }).rows;
}
