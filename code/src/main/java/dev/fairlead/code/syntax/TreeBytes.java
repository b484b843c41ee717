package dev.fairlead.code.syntax;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Trees as bytes between processes. The text itself is known on both sides.
final class TreeBytes {

    private static final byte READ = 1;
    private static final byte REFUSED = 0;

    private TreeBytes() {}

    static void write(Parsed parsed, DataOutputStream target) throws IOException {
        switch (parsed) {
            case Parsed.Refused refused -> {
                target.writeByte(REFUSED);
                target.writeUTF(refused.reason());
            }
            case Parsed.Read read -> {
                target.writeByte(READ);
                strings(read.tree().kinds(), target);
                byte[] named = read.tree().named().toByteArray();
                target.writeInt(named.length);
                target.write(named);
                strings(read.tree().fields(), target);
                int[] numbers = read.tree().numbers();
                ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES);
                bytes.asIntBuffer().put(numbers);
                target.writeInt(numbers.length);
                target.write(bytes.array());
            }
        }
    }

    static Parsed read(DataInputStream source, byte[] text) throws IOException {
        if (source.readByte() == REFUSED) {
            return new Parsed.Refused(source.readUTF());
        }
        List<String> kinds = strings(source);
        BitSet named = BitSet.valueOf(source.readNBytes(source.readInt()));
        List<String> fields = strings(source);
        int[] numbers = new int[source.readInt()];
        ByteBuffer.wrap(source.readNBytes(numbers.length * Integer.BYTES))
                .asIntBuffer()
                .get(numbers);
        return new Parsed.Read(new SyntaxTree(text, kinds, named, fields, numbers));
    }

    private static void strings(List<String> strings, DataOutputStream target) throws IOException {
        target.writeInt(strings.size());
        for (String each : strings) {
            target.writeUTF(each);
        }
    }

    private static List<String> strings(DataInputStream source) throws IOException {
        int count = source.readInt();
        List<String> strings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            strings.add(source.readUTF());
        }
        return List.copyOf(strings);
    }
}
