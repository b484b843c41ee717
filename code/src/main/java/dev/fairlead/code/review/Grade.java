package dev.fairlead.code.review;

/// How good something is.
public enum Grade {
    A(0),
    B(1),
    C(2),
    D(3);

    private final int points;

    Grade(int points) {
        this.points = points;
    }

    /// How far it is from the best.
    int points() {
        return points;
    }

    /// The grade so far from the best.
    static Grade ofPoints(int points) {
        return points <= 0 ? A : points == 1 ? B : points == 2 ? C : D;
    }

    /// The worse of two.
    Grade or(Grade other) {
        return points >= other.points ? this : other;
    }
}
