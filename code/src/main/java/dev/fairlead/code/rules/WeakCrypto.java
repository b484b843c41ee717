package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.Call;
import dev.fairlead.core.detect.Severity;
import java.util.List;
import java.util.regex.Pattern;

/// Flags ciphers that are broken, and fast digests of secrets.
final class WeakCrypto implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "weak-crypto",
            Dimension.SECURITY,
            Severity.MEDIUM,
            327,
            "a cipher that is broken is used, or a password or token goes through MD5 or SHA-1",
            "digests whose names do not say what they are for",
            "use AES-GCM for ciphers, and bcrypt, scrypt, Argon2 or PBKDF2 for passwords");

    private static final Pattern CIPHER =
            Pattern.compile("(?i)^(des|desede|rc2|rc4|arcfour|blowfish)(/|$)|/ecb(/|$)|^(des|rc4|rc2|bf)-|-ecb$|^rc4$");
    private static final Pattern BROKEN = Pattern.compile(
            "^(des\\.NewCipher|des\\.NewTripleDESCipher|rc4\\.NewCipher|DES\\.new|ARC4\\.new|DES3\\.new|crypto\\.createCipher)$");
    private static final Pattern DIGEST = Pattern.compile(
            "(?i)^(hashlib\\.(md5|sha1)|md5|sha1|(md5|sha1)\\.(Sum|New)|Digest::(MD5|SHA1)\\.hexdigest)$");
    private static final Pattern WEAK = Pattern.compile("(?i)^(md5|sha-?1)$");

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        return source.calls().stream()
                .filter(each -> isBroken(each) || isWeakDigest(each) && Context.isAboutSecrets(each.node()))
                .map(each -> Place.remark(CARD, source, each.node(), "relies on a weak cipher or digest: `%s`"))
                .toList();
    }

    private static boolean isBroken(Call call) {
        boolean makesCipher = call.path().endsWith("Cipher.getInstance")
                || call.name().startsWith("createCipher")
                || call.name().startsWith("openssl_");
        return BROKEN.matcher(call.path()).find()
                || makesCipher
                        && call.argument(0)
                                .filter(each -> CIPHER.matcher(Text.unquoted(each.text()))
                                        .find())
                                .isPresent()
                || call.path().equals("AES.new")
                        && call.arguments().stream()
                                .anyMatch(each -> each.text().endsWith("MODE_ECB"));
    }

    private static boolean isWeakDigest(Call call) {
        boolean takesName = call.name().equals("createHash")
                || call.path().endsWith("MessageDigest.getInstance")
                || call.path().equals("hashlib.new");
        return DIGEST.matcher(call.path()).find()
                        && call.named("usedforsecurity").isEmpty()
                || takesName
                        && call.argument(0)
                                .filter(each ->
                                        WEAK.matcher(Text.unquoted(each.text())).find())
                                .isPresent();
    }
}
