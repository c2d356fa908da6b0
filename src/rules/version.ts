/**
 * Grows with every release in which a rule judges the same facts otherwise: stored mail is then judged anew. New rules
 * and settings need no new number, they are seen by themselves.
 */
export const RULES_VERSION = 5;
