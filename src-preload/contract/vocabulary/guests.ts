/** The most guests in one call. */
export const mostGuests = 500;

/** The longest text that the preview for guests reads, in UTF-16 units. */
export const longestGuestText = 200_000;

export const longestNote = 1000;
