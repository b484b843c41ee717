package dev.fairlead.code.syntax;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/// The process that [ParserProcess] asks: a grammar and a text in, a tree out, until nobody asks any more.
public final class ParserMain {

    private ParserMain() {}

    /// Answers what stands on standard input.
    public static void main(String[] arguments) throws IOException {
        DataInputStream questions = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        DataOutputStream answers =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        try (NativeParser parser = NativeParser.open()) {
            while (true) {
                Grammar grammar = Grammar.valueOf(questions.readUTF());
                byte[] source = questions.readNBytes(questions.readInt());
                TreeBytes.write(parser.parse(grammar, source), answers);
                answers.flush();
            }
        } catch (EOFException over) {
            answers.flush();
        }
    }
}
