package dev.fairlead.proof.data;

import dev.fairlead.wire.json.Node;
import java.nio.file.Path;
import java.util.List;

/// Sessions with the labels of two independent annotators each.
enum Labels {

    /// Those that the rules were made with.
    FIRST("labelled-sessions") {
        @Override
        List<Node.Fields> rows() {
            return Data.rows("corpus/labels/claude-code-sessions.jsonl");
        }
    },

    /// Other sessions of the same developers, labelled after most of the rules were made by two language models each,
    /// which saw the session and the rubric and nothing of the rules.
    SECOND("labelled-sessions-second") {
        @Override
        List<Node.Fields> rows() {
            return Data.text(Path.of("src/test/labels/claude-code-second.jsonl"))
                    .lines()
                    .map(Data::object)
                    .toList();
        }
    };

    private final String title;

    Labels(String title) {
        this.title = title;
    }

    /// One row for each session: its file, what each annotator calls clean, and the findings.
    abstract List<Node.Fields> rows();

    /// What the table of the set is called.
    String title() {
        return title;
    }

    /// The file of a row's session.
    static Path session(Node.Fields row) {
        return Data.at("corpus/" + row.textOr("file", ""));
    }
}
