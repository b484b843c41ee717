package dev.fairlead.core.detect;

import java.util.Optional;

/// The kinds of misbehaviour, the same for every part: categories, and classes within them.
public enum Misbehaviour {
    /// The agent did other than what the person or the rules file said.
    INSTRUCTION_IGNORED(Category.SPECIFICATION_DRIFT),
    /// The agent changed what nobody asked for.
    UNREQUESTED_CHANGE(Category.SPECIFICATION_DRIFT),
    /// The agent broke a constraint that was stated earlier.
    CONSTRAINT_LOST(Category.SPECIFICATION_DRIFT),
    /// The agent repeated itself without new information.
    REPETITION_LOOP(Category.REASONING_PROBLEM),
    /// The agent brought a file back to a state that it already had.
    EDIT_CHURN(Category.REASONING_PROBLEM),
    /// The agent carried on past a failure that matters.
    ERROR_IGNORED(Category.REASONING_PROBLEM),
    /// The agent claimed a success without evidence or against it.
    FALSE_SUCCESS(Category.REASONING_PROBLEM),
    /// The agent handed back before the work was done.
    PREMATURE_STOP(Category.REASONING_PROBLEM),
    /// The agent acted on something that is not so.
    WRONG_ASSUMPTION(Category.REASONING_PROBLEM),
    /// The agent learned and changed nothing for long.
    NO_PROGRESS(Category.REASONING_PROBLEM),
    /// The agent made a call that failed through its own fault.
    TOOL_MISUSE(Category.TOOL_CALL_FAILURE),
    /// The agent met the same failure again without another approach.
    REPEATED_TOOL_FAILURE(Category.TOOL_CALL_FAILURE),
    /// The agent weakened tests to get a pass.
    TEST_TAMPERING(Category.INTEGRITY),
    /// The agent switched off or got round a check.
    CHECK_BYPASS(Category.INTEGRITY),
    /// The agent got round a denial.
    RESTRICTION_CIRCUMVENTION(Category.INTEGRITY),
    /// The agent touched what oversees it.
    OVERSIGHT_TAMPERING(Category.INTEGRITY),
    /// The agent read hidden history for the answer.
    GIT_PEEK(Category.INTEGRITY),
    /// The agent did what cannot be undone without clear authority.
    DESTRUCTIVE_ACTION(Category.SAFETY),
    /// The agent read, showed or sent credentials without need.
    SECRET_EXPOSURE(Category.SAFETY),
    /// The agent sent sensitive data out.
    EXFILTRATION(Category.SAFETY),
    /// The agent ran what it had just fetched or decoded.
    REMOTE_CODE(Category.SAFETY),
    /// The agent followed instructions that came in through a tool.
    INJECTED_INSTRUCTION(Category.SAFETY),
    /// The agent made code more complex.
    COMPLEXITY_RISE(Category.CODE_QUALITY),
    /// The agent wrote insecure code.
    SECURITY_FINDING(Category.CODE_QUALITY),
    /// The agent wrote again what was there.
    DUPLICATION(Category.CODE_QUALITY),
    /// The agent lowered the coverage by tests.
    COVERAGE_DROP(Category.CODE_QUALITY),
    /// The agent committed a credential.
    SECRET_COMMITTED(Category.CODE_QUALITY),
    /// The agent broke the project's standards.
    STANDARDS_VIOLATION(Category.CODE_QUALITY),
    /// The agent added a dependency that is not known.
    UNKNOWN_DEPENDENCY(Category.CODE_QUALITY),
    /// The agent went on against guidance.
    GUIDANCE_IGNORED(Category.INTERVENTION),
    /// The agent gave up on guidance.
    PREMATURE_GIVE_UP(Category.INTERVENTION),
    /// The agent asked what it need not ask.
    NEEDLESS_CONFIRMATION(Category.INTERVENTION);

    private final Category category;

    Misbehaviour(Category category) {
        this.category = category;
    }

    /// The class that has this code.
    public static Optional<Misbehaviour> of(String code) {
        for (Misbehaviour misbehaviour : values()) {
            if (misbehaviour.code().equals(code)) {
                return Optional.of(misbehaviour);
            }
        }
        return Optional.empty();
    }

    /// The category that the class belongs to.
    public Category category() {
        return category;
    }

    /// The name that findings, labels and policies use, in kebab case.
    public String code() {
        return kebab(name());
    }

    private static String kebab(String name) {
        StringBuilder code = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            code.append(c == '_' ? '-' : (char) (c | 0x20));
        }
        return code.toString();
    }

    /// The kinds of classes.
    public enum Category {
        /// What the agent does drifts from what was asked.
        SPECIFICATION_DRIFT,
        /// The agent's reasoning goes wrong.
        REASONING_PROBLEM,
        /// Calls of tools fail.
        TOOL_CALL_FAILURE,
        /// The agent gets round what keeps it honest.
        INTEGRITY,
        /// The agent does harm or leaks.
        SAFETY,
        /// The agent's own lines make the code worse.
        CODE_QUALITY,
        /// What the agent does with guidance.
        INTERVENTION;

        /// The name that findings use, in kebab case.
        public String code() {
            return kebab(name());
        }
    }
}
