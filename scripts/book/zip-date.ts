/** The date of every entry of every ZIP we make, at noon: ZIP (6.3.10 §4.4.6) counts from 1980, in local time. */
export const zipDate = new Date(1980, 0, 1, 12);
