/** Names the people whose addresses an Outlook export does not give; such a copy is partly read. */
export const UNRESOLVED_HEADER = "X-Candour-Unresolved";
