package plancheck.web.form;

/**
 * The rows of a list that a page of the form shows, counted from 0.
 *
 * @param filled how many rows are filled in
 * @param rows with the empty ones after them
 * @param number of the page, from 1
 * @param isEnough whether more empty rows were asked for than are given at once
 */
record ListPage(int filled, int rows, int number, boolean isEnough) {
    /** So many rows to a page, and so many empty ones at most. */
    static final int SIZE = 50;

    /** For a page whose number is not known yet. */
    static final int LAST = Integer.MAX_VALUE;

    /**
     * Where in a list a page is to be.
     *
     * @param rows how many there are to be at least
     * @param page from 1; beyond the last is the last
     */
    record ListPosition(int rows, int page) {
        static final ListPosition NOTHING = new ListPosition(0, 1);
    }

    static ListPage of(int filled, ListPosition wanted) {
        int rows = Math.min(filled + SIZE, Math.max(filled + 1, wanted.rows()));
        int last = of(rows - 1);
        return new ListPage(filled, rows, Math.max(1, Math.min(last, wanted.page())), wanted.rows() > rows);
    }

    /** The page that a row is on. */
    static int of(int row) {
        return row / SIZE + 1;
    }

    public int pages() {
        return of(rows - 1);
    }

    public int first() {
        return (number - 1) * SIZE;
    }

    public int last() {
        return Math.min(rows, first() + SIZE) - 1;
    }

    boolean shows(int row) {
        return first() <= row && row <= last();
    }

    public boolean isFirst() {
        return number == 1;
    }

    public boolean isLast() {
        return number == pages();
    }
}
