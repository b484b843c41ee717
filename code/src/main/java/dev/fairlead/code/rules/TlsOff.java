package dev.fairlead.code.rules;

import dev.fairlead.code.Analyzer;
import dev.fairlead.code.AnalyzerCard;
import dev.fairlead.code.Dimension;
import dev.fairlead.code.Remark;
import dev.fairlead.code.SourceText;
import dev.fairlead.code.syntax.Call;
import dev.fairlead.code.syntax.SyntaxNode;
import dev.fairlead.core.detect.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Flags a connection that trusts whoever answers.
final class TlsOff implements Analyzer {

    private static final AnalyzerCard CARD = new AnalyzerCard(
            "tls-off",
            Dimension.SECURITY,
            Severity.HIGH,
            295,
            "the check of the other side of a TLS connection is switched off",
            "settings that are read from a file or the environment",
            "leave the check on, and name the authority that signs if it is your own");

    private static final Pattern SETTING = Pattern.compile(
            "^(rejectUnauthorized|[\\w.\\->]*InsecureSkipVerify|[\\w.]*check_hostname|[\\w.]*NODE_TLS_REJECT_UNAUTHORIZED|[\\w.]*\\.verify|[\\w.]*verify_mode|CURLOPT_SSL_VERIFYPEER)$");
    private static final Pattern OFF =
            Pattern.compile("^(false|False|true|0|['\"]0['\"]|ssl\\.CERT_NONE|OpenSSL::SSL::VERIFY_NONE)$");
    private static final Pattern HTTP =
            Pattern.compile("(requests|httpx|session|client|http|aiohttp)\\.|(Session|Client)$");
    private static final Pattern CURL =
            Pattern.compile("^(curl\\b.*\\s(-k|--insecure|-[a-zA-Z]{0,8}k)(\\s|$)|wget\\b.*--no-check-certificate)");

    @Override
    public AnalyzerCard card() {
        return CARD;
    }

    @Override
    public List<Remark> analyze(SourceText source) {
        SyntaxNode root = source.tree().root();
        List<SyntaxNode> places = new ArrayList<>();
        source.calls().stream().filter(TlsOff::isTrusting).map(Call::node).forEach(places::add);
        Stream.concat(
                        root.all("pair", "keyed_element"),
                        root.all("assignment", "assignment_expression", "assignment_statement"))
                .filter(TlsOff::isSwitch)
                .forEach(places::add);
        root.all("method_declaration").filter(TlsOff::isEmptyCheck).forEach(places::add);
        root.all("command").filter(each -> CURL.matcher(each.text()).find()).forEach(places::add);
        return places.stream()
                .map(each -> Place.remark(CARD, source, each, "trusts whoever answers: `%s`"))
                .toList();
    }

    private static boolean isTrusting(Call call) {
        return call.path().equals("ssl._create_unverified_context")
                || call.named("verify").filter("False"::equals).isPresent()
                        && HTTP.matcher(call.path()).find()
                || call.name().equals("danger_accept_invalid_certs")
                || call.name().equals("setHostnameVerifier")
                        && call.argument(0).filter(TlsOff::agreesAlways).isPresent();
    }

    private static boolean agreesAlways(SyntaxNode verifier) {
        return verifier.text().matches("(?s).{0,60}->\\s*true")
                || verifier.text().contains("NoopHostnameVerifier")
                || verifier.text().contains("ALLOW_ALL");
    }

    private static boolean isSwitch(SyntaxNode node) {
        List<SyntaxNode> parts = node.parts();
        if (parts.size() < 2) {
            return false;
        }
        String key = Text.unquoted(parts.getFirst().text());
        String value = parts.getLast().text();
        boolean isSkip = key.contains("InsecureSkipVerify");
        return SETTING.matcher(key).find() && OFF.matcher(value).find() && isSkip == value.equals("true");
    }

    private static boolean isEmptyCheck(SyntaxNode method) {
        return method.part("name")
                        .filter(each -> each.text().equals("checkServerTrusted"))
                        .isPresent()
                && method.part("body").filter(each -> each.parts().isEmpty()).isPresent();
    }
}
