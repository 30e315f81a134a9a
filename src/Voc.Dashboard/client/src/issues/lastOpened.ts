/** The issue that was last opened from the board, where one goes on when one comes back. */
let last: number | null = null;

export const lastOpened = {
  set: (id: number) => {
    last = id;
  },
  /** Gives it once. */
  take: () => {
    const id = last;
    last = null;
    return id;
  },
};
