package dev.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fairlead.core.secret.Extra;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CheckSecretsCommandTest {

    private static final String TOKEN = "ghp" + "_" + "Zk3v9QxW".repeat(4) + "7Lm2";

    @Test
    void answersEveryLineInOrderAndGoesOnBehindABadOne() {
        String input = """
                {"id":"a","text":"push with %s"}
                {"id":2,"text":"nothing here"}

                {"id":3,
                {"id":4.50,"message":"no text"}
                [1]
                {"text":"plain"}
                {"id":null,"text":""}
                """.formatted(TOKEN);
        Run run = run(input, "--batch");
        assertThat(run).isEqualTo(new Run(0, """
                        {"id":"a","secret":true,"rules":["github-token"]}
                        {"id":2,"secret":false,"rules":[]}
                        {"error":"line 4 is not JSON"}
                        {"id":4.50,"error":"line 5 has no `text` that is a string"}
                        {"error":"line 6 is not one JSON object"}
                        {"secret":false,"rules":[]}
                        {"id":null,"secret":false,"rules":[]}
                        """, ""));
    }

    @Test
    void namesEachRuleOnceInAlphabeticalOrder() {
        String line = "{\"id\":1,\"text\":\"%s db_password='k9#Lq!2x' %s\"}".formatted(TOKEN, TOKEN);
        assertThat(CheckSecretsCommand.answer(line, 1, Set.of()))
                .isEqualTo("{\"id\":1,\"secret\":true,\"rules\":[\"github-token\",\"named-password\"]}");
    }

    @Test
    void tellsAddressesOnlyWhereAskedTo() {
        String line = "{\"id\":1,\"text\":\"ssh 93.184.216.34\"}";
        assertThat(run(line, "--batch").output()).isEqualTo("{\"id\":1,\"secret\":false,\"rules\":[]}\n");
        assertThat(run(line, "--batch", "--also", Extra.PUBLIC_ADDRESS.rule()).output())
                .isEqualTo("{\"id\":1,\"secret\":true,\"rules\":[\"public-address\"]}\n");
    }

    @Test
    void refusesWrongUsageByName() {
        assertThat(run("").status()).isEqualTo(2);
        assertThat(run("").error()).contains("--batch");
        Run unknown = run("", "--batch", "--also", "tea-leaves");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.error())
                .contains("there is no rule `tea-leaves` to ask for; there are `public-address` and `hex-literal`");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run("", "--help").output()).contains("{\"id\":1,\"text\":\"…\"}", "--also", "docs/secrets.md");
    }

    private static Run run(String input, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "check-secrets";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        StringWriter output = new StringWriter();
        StringWriter error = new StringWriter();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            int status = Main.commandLine()
                    .setOut(new PrintWriter(output))
                    .setErr(new PrintWriter(error))
                    .execute(all);
            return new Run(status, output.toString(), error.toString());
        } finally {
            System.setIn(before);
        }
    }
}
