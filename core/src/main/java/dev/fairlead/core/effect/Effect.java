package dev.fairlead.core.effect;

import java.util.List;
import java.util.Set;

/// What a command would do to the world outside it.
public sealed interface Effect {

    /// Deletes files.
    ///
    /// @param isRecursive whether with everything below
    /// @param isForced whether without a question
    record Deletes(Target target, boolean isRecursive, boolean isForced) implements Effect {}

    /// Writes a file, so that what it held is lost.
    ///
    /// @param isAppended whether what it held stays
    /// @param text what is written, where that is known; empty text otherwise
    record Overwrites(Target target, boolean isAppended, String text) implements Effect {}

    /// Makes a folder, a pipe or a checkout.
    ///
    /// @param isNew whether it fails where something is there already
    record Creates(Target target, boolean isNew) implements Effect {}

    /// Moves a file.
    record Moves(Target source, Target destination) implements Effect {}

    /// Gives a file other rights or another owner.
    ///
    /// @param change the mode or owner as written
    record ChangesAccess(Target target, boolean isRecursive, String change) implements Effect {}

    /// Destroys what a disk or volume holds.
    record Wipes(String disk, String by) implements Effect {}

    /// Opens a page in a browser.
    record OpensPage(String address) implements Effect {}

    /// Sends something to another machine.
    ///
    /// @param what the file, where one is named
    /// @param to the receiver as written
    /// @param taints what is known of it
    record SendsOut(String what, String to, Set<Taint> taints) implements Effect {}

    /// Runs code that came from another machine, or that nobody could read.
    record RunsForeignCode(Taint origin, String by) implements Effect {}

    /// Lets another machine command a shell here.
    record OpensShell(String by) implements Effect {}

    /// Runs a file as a program.
    record RunsFile(Target target) implements Effect {}

    /// Runs a program of which nothing is known.
    record Runs(String program, List<String> arguments) implements Effect {
        public Runs {
            arguments = List.copyOf(arguments);
        }
    }

    /// Fetches something from another machine.
    record Fetches(String from) implements Effect {}

    /// Installs software.
    ///
    /// @param isForAll whether for the whole machine or account, not just for the project
    record Installs(String manager, String what, boolean isForAll) implements Effect {}

    /// Makes something public or hands it to users.
    record Publishes(String by, String what) implements Effect {}

    /// Changes or destroys history that others may rely on, or that nothing else keeps.
    ///
    /// @param isShared whether on another machine
    /// @param isLeased whether only where nobody has changed it since it was fetched
    record RewritesHistory(String how, boolean isShared, boolean isLeased) implements Effect {}

    /// Throws away work that was not committed, or that nothing else keeps.
    ///
    /// @param isAll whether all there is, not just what is named
    /// @param where the file or folder whose changes go away, or the folder in which git is asked
    record DiscardsWork(String how, boolean isAll, Target where) implements Effect {}

    /// Puts work that is not committed aside, or takes it back from there.
    ///
    /// @param isBack whether it is taken back
    /// @param where the folder in which git is asked
    record SetsAside(boolean isBack, Target where) implements Effect {}

    /// Makes something run later, again or elsewhere, or changes what tools obey.
    record Plants(Foothold kind, String where, String text) implements Effect {}

    /// Reads secrets.
    record ReadsSecret(String where) implements Effect {}

    /// Leaves out a check that would have run.
    record SkipsChecks(String how) implements Effect {}

    /// Ends running programs.
    ///
    /// @param isBroad whether others than its own
    record KillsProcesses(String which, boolean isBroad) implements Effect {}

    /// Stops the machine or a service of it.
    record Halts(String what) implements Effect {}

    /// Destroys data or infrastructure that lives elsewhere.
    ///
    /// @param system what keeps it
    record DropsData(String system, String what) implements Effect {}

    /// Runs something as another user.
    record GainsPrivilege(String by) implements Effect {}

    /// Takes up everything the machine has.
    record Exhausts(String how) implements Effect {}

    /// Switches off or changes what watches the agent.
    record DisarmsGuard(String how) implements Effect {}

    /// Does something that is not known.
    record Unknown(String why) implements Effect {}

    /// What keeps running, or is obeyed, after the command has ended.
    enum Foothold {
        /// A file that a shell reads when it starts.
        STARTUP_FILE,
        /// A timer or a job for later.
        SCHEDULE,
        /// A service of the machine or account.
        SERVICE,
        /// Keys that open a login.
        LOGIN,
        /// A hook of version control.
        HOOK,
        /// What a pipeline runs on another machine, or a manager of hooks whenever something is committed.
        PIPELINE,
        /// A setting or hook of a coding agent.
        AGENT_SETTING,
        /// A rule of who may become whom, and of which machine is which.
        SYSTEM_SETTING
    }
}
