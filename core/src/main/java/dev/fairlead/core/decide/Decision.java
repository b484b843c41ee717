package dev.fairlead.core.decide;

import dev.fairlead.core.detect.Finding;
import java.util.List;

/// What to do, with the findings it rests on. Ordered by force: each kind restricts the agent more than the one
/// before.
public sealed interface Decision {

    /// The findings it rests on; only [Proceed] may have none.
    List<Finding> because();

    /// How much it restricts the agent, from 0.
    int force();

    /// Let the agent go on.
    ///
    /// @param because what was seen and left alone, as in shadow mode
    record Proceed(List<Finding> because) implements Decision {
        /// Nothing was seen.
        public static final Proceed SILENTLY = new Proceed(List.of());

        public Proceed {
            because = List.copyOf(because);
        }

        @Override
        public int force() {
            return 0;
        }
    }

    /// Tell the agent.
    record Nudge(List<Finding> because) implements Decision {
        public Nudge {
            because = grounded(because);
        }

        @Override
        public int force() {
            return 1;
        }
    }

    /// Ask a person before the call runs.
    record Ask(List<Finding> because) implements Decision {
        public Ask {
            because = grounded(because);
        }

        @Override
        public int force() {
            return 2;
        }
    }

    /// Do not let the call run.
    record Refuse(List<Finding> because) implements Decision {
        public Refuse {
            because = grounded(because);
        }

        @Override
        public int force() {
            return 3;
        }
    }

    /// Let the agent do nothing until a person says so.
    record Pause(List<Finding> because) implements Decision {
        public Pause {
            because = grounded(because);
        }

        @Override
        public int force() {
            return 4;
        }
    }

    /// End the session.
    record Stop(List<Finding> because) implements Decision {
        public Stop {
            because = grounded(because);
        }

        @Override
        public int force() {
            return 5;
        }
    }

    private static List<Finding> grounded(List<Finding> because) {
        if (because.isEmpty()) {
            throw new IllegalArgumentException("a decision that restricts the agent rests on no finding");
        }
        return List.copyOf(because);
    }
}
