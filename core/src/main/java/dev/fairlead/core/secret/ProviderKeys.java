package dev.fairlead.core.secret;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// Keys that tell by themselves whose they are: by how they begin, or by a mark at a fixed place.
///
/// To add a family: one line in the table. The last cell is the least entropy, where it is not the usual one; 0 says
/// that the shape alone decides.
final class ProviderKeys {

    private static final int ASCII = 128;
    /// What the keys of the table are written with.
    static final Alphabet SIGNS = Alphabet.of("a-zA-Z0-9_.~|%:/=+@\\-");

    static final List<Family> ALL = Family.table("""
            1password-key | 1Password | | A3-{upper 6}-{upper 11}-{upper 5}-{upper 5}-{upper 5} | 3.5
            1password-key | 1Password | | A3-{upper 6}-{upper 6}-{upper 5}-{upper 5}-{upper 5}-{upper 5} | 3.5
            1password-token | 1Password | | ops_eyJ{[a-zA-Z0-9+/=] 250+} | 4
            adobe-secret | Adobe | | p8e-{lower 32} |
            age-key | age | | AGE-SECRET-KEY-1{[0-9A-Z] 58} |
            aiven-token | Aiven | | AVNS_{word 16-24} |
            alibaba-key | Alibaba Cloud | | LTAI{alnum 16-20} |
            anthropic-key | Anthropic | | sk-ant-api03-{word 93}AA |
            anthropic-key | Anthropic | | sk-ant-admin01-{word 93}AA |
            artifactory-key | Artifactory | | AKC{alnum 10-200} | 0
            artifactory-key | Artifactory | | AP{digit 1}{alnum 10-200} | 0
            artifactory-key | Artifactory | | AP{[A-F] 1}{alnum 20-200} | 3
            artifactory-key | Artifactory | | cmVmd{alnum 59} | 3.5
            atlassian-token | Atlassian | | ATATT3{token 180-200} | 3.5
            authress-key | Authress | | sc_{alnum 5-30}.{alnum 4-6}.acc{[_-] 1}{[a-z0-9-] 10-32}.{[a-zA-Z0-9+/_=-] 30-120} |
            authress-key | Authress | | ext_{alnum 5-30}.{alnum 4-6}.acc{[_-] 1}{[a-z0-9-] 10-32}.{[a-zA-Z0-9+/_=-] 30-120} |
            authress-key | Authress | | scauth_{alnum 5-30}.{alnum 4-6}.acc{[_-] 1}{[a-z0-9-] 10-32}.{[a-zA-Z0-9+/_=-] 30-120} |
            authress-key | Authress | | authress_{alnum 5-30}.{alnum 4-6}.acc{[_-] 1}{[a-z0-9-] 10-32}.{[a-zA-Z0-9+/_=-] 30-120} |
            aws-key-id | AWS | | A3T{upper 17} | 3
            aws-key-id | AWS | | AKIA{upper 16} | 0
            aws-key-id | AWS | | ASIA{upper 16} | 0
            aws-key-id | AWS | | ABIA{upper 16} | 0
            aws-key-id | AWS | | ACCA{upper 16} | 0
            aws-bedrock-key | AWS Bedrock | | ABSK{[a-zA-Z0-9+/=] 109-269} | 3
            aws-bedrock-key | AWS Bedrock | | bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t{[a-zA-Z0-9+/=] 1+} | 0
            aws-bedrock-key | AWS Bedrock | | bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t | 0
            azure-client-secret | Microsoft Entra | | {[a-zA-Z0-9_~.] 3}{digit 1}Q~{[a-zA-Z0-9_~.-] 31-34} | 3
            clickhouse-key | ClickHouse Cloud | | 4b1d{alnum 38} | 3
            clojars-token | Clojars | | CLOJARS_{lower 60} |
            cloudflare-key | Cloudflare | | v1.0-{hex 24}-{hex 146} |
            databricks-token | Databricks | | dapi{hex 32} |
            databricks-token | Databricks | | dapi{hex 32}-{digit 1} |
            deepseek-key | DeepSeek | | sk-{hex 32} | 3
            defined-token | Defined Networking | | dnkey-{[a-zA-Z0-9=_-] 26}-{[a-zA-Z0-9=_-] 52} |
            digitalocean-token | DigitalOcean | | doo_v1_{hex 64} |
            digitalocean-token | DigitalOcean | | dop_v1_{hex 64} |
            digitalocean-token | DigitalOcean | | dor_v1_{hex 64} |
            discord-token | Discord | | {[MNO] 1}{word 23-25}.{word 6}.{word 27-38} | 3.5
            docker-token | Docker | | dckr_pat_{word 27} |
            docker-token | Docker | | dckr_oat_{word 32} |
            doppler-token | Doppler | | dp.pt.{alnum 43} |
            dropbox-token | Dropbox | | sl.{word 130-152} | 3
            duffel-token | Duffel | | duffel_test_{[a-zA-Z0-9_=-] 43} |
            duffel-token | Duffel | | duffel_live_{[a-zA-Z0-9_=-] 43} |
            dynatrace-token | Dynatrace | | dt0c01.{alnum 24}.{alnum 64} | 3.5
            easypost-token | EasyPost | | EZAK{alnum 54} |
            easypost-token | EasyPost | | EZTK{alnum 54} |
            facebook-token | Facebook | | {digit 15-16}{bar 1}{word 27-40} | 3
            facebook-token | Facebook | | EAAM{alnum 100+} | 4
            facebook-token | Facebook | | EAAC{alnum 100+} | 4
            flutterwave-key | Flutterwave | | FLWSECK_TEST-{[a-h0-9] 12} |
            flutterwave-key | Flutterwave | | FLWSECK_TEST-{[a-h0-9] 32}-X |
            flutterwave-key | Flutterwave | | FLWPUBK_TEST-{[a-h0-9] 32}-X |
            fly-token | Fly.io | | fo1_{word 43} | 3.5
            fly-token | Fly.io | | fm1{[ar] 1}_{[a-zA-Z0-9+/=] 100+} | 4
            fly-token | Fly.io | | fm2_{[a-zA-Z0-9+/=] 100+} | 4
            frameio-token | Frame.io | | fio-u-{[a-zA-Z0-9_=-] 64} |
            github-token | GitHub | | ghp_{alnum 36} |
            github-token | GitHub | | gho_{alnum 36} |
            github-token | GitHub | | ghu_{alnum 36} |
            github-token | GitHub | | ghs_{alnum 36} |
            github-token | GitHub | | ghr_{alnum 36} |
            github-token | GitHub | | github_pat_{[a-zA-Z0-9_] 82} |
            gitlab-token | GitLab | | glpat-{word 20-50} |
            gitlab-token | GitLab | | glpat-{word 27-300}.{lower 2}{lower 7} |
            gitlab-token | GitLab | | gldt-{word 20-50} |
            gitlab-token | GitLab | | glft-{word 20-50} |
            gitlab-token | GitLab | | glffct-{word 20} |
            gitlab-token | GitLab | | glsoat-{word 20-50} |
            gitlab-token | GitLab | | glrt-{word 20-50} |
            gitlab-token | GitLab | | glcbt-{[a-zA-Z0-9] 1-5}_{word 20} |
            gitlab-token | GitLab | | glcbt-{word 20-50} |
            gitlab-token | GitLab | | glimt-{word 25} |
            gitlab-token | GitLab | | glptt-{word 40} |
            gitlab-token | GitLab | | glagent-{word 50-1024} |
            gitlab-token | GitLab | | gloas-{word 64} |
            gitlab-token | GitLab | | GR1348941{word 20-50} |
            gitlab-session | GitLab | | _gitlab_session={lower 32} |
            google-key | Google Cloud | | AIza{word 35} | 3.5
            google-oauth | Google | | GOCSPX-{word 28} | 3
            google-oauth | Google | | ya29.{word 50+} | 3
            grafana-token | Grafana | | eyJrIjoi{[a-zA-Z0-9=] 70-403} | 3
            grafana-token | Grafana | | glc_{[a-zA-Z0-9+/=] 32-403} | 3
            grafana-token | Grafana | | glsa_{alnum 32}_{Hex 8} | 3
            harness-token | Harness | | pat.{word 22}.{alnum 24}.{alnum 20} |
            harness-token | Harness | | sat.{word 22}.{alnum 24}.{alnum 20} |
            heroku-key | Heroku | | HRKU-AA{word 58} | 3.5
            huggingface-token | Hugging Face | | hf_{letter 34} | 3
            huggingface-token | Hugging Face | | hf_{alnum 34-40} | 3
            huggingface-token | Hugging Face | | api_org_{letter 34} | 3
            infracost-token | Infracost | | ico-{alnum 32} | 3
            intra42-secret | 42 Intra | | s-s4t2ud-{hex 64} |
            intra42-secret | 42 Intra | | s-s4t2af-{hex 64} |
            linear-key | Linear | | lin_api_{alnum 40} |
            mailchimp-key | Mailchimp | | {lower 32}-us{digit 1-2} | 3
            maxmind-key | MaxMind | | {alnum 6}_{alnum 29}_mmk | 3.5
            notion-token | Notion | | ntn_{digit 11}{alnum 35} | 3.5
            notion-token | Notion | | secret_{alnum 43} | 3.5
            npm-token | npm | | npm_{alnum 36} |
            octopus-key | Octopus Deploy | | API-{upper 26} | 3
            openai-key | OpenAI | | sk-{alnum 20}T3BlbkFJ{alnum 20} | 3
            openai-key | OpenAI | | sk-proj-{alnum 20}T3BlbkFJ{alnum 20} | 3
            openai-key | OpenAI | | sk-proj-{word 58}T3BlbkFJ{word 58} | 3
            openai-key | OpenAI | | sk-proj-{word 74}T3BlbkFJ{word 74} | 3
            openai-key | OpenAI | | sk-svcacct-{word 58}T3BlbkFJ{word 58} | 3
            openai-key | OpenAI | | sk-svcacct-{word 74}T3BlbkFJ{word 74} | 3
            openai-key | OpenAI | | sk-admin-{word 58}T3BlbkFJ{word 58} | 3
            openai-key | OpenAI | | sk-admin-{word 74}T3BlbkFJ{word 74} | 3
            openrouter-key | OpenRouter | | sk-or-v1-{hex 64} | 3
            openshift-token | OpenShift | | sha256~{word 43} | 3.5
            perplexity-key | Perplexity | | pplx-{alnum 48} | 3.5
            plaid-token | Plaid | | access-sandbox-{[0-9a-f-] 36} | 3
            plaid-token | Plaid | | access-development-{[0-9a-f-] 36} | 3
            plaid-token | Plaid | | access-production-{[0-9a-f-] 36} | 3
            planetscale-token | PlanetScale | | pscale_tkn_{token 32-64} | 3
            planetscale-token | PlanetScale | | pscale_oauth_{token 32-64} | 3
            planetscale-token | PlanetScale | | pscale_pw_{token 32-64} | 3
            postman-key | Postman | | PMAK-{Hex 24}-{Hex 34} | 3
            prefect-token | Prefect | | pnu_{alnum 36} |
            pulumi-token | Pulumi | | pul-{hex 40} |
            putty-key | PuTTY | | PuTTY-User-Key-File-{digit 1} | 0
            pypi-token | PyPI | | pypi-AgEIcHlwaS5vcmc{word 50-1000} | 3
            pypi-token | PyPI | | pypi-AgENdGVzdC5weXBpLm9yZ{word 50-1000} | 3
            readme-key | ReadMe | | rdme_{lower 70} |
            rubygems-key | RubyGems | | rubygems_{hex 48} |
            scalingo-token | Scalingo | | tk-us-{word 48} |
            sendgrid-key | SendGrid | | SG.{word 22}.{word 43} |
            sendgrid-key | SendGrid | | SG.{[a-zA-Z0-9_=.-] 66} |
            sendinblue-key | Brevo | | xkeysib-{hex 64}-{alnum 16} |
            sentry-token | Sentry | | sntrys_eyJpYXQiO{[a-zA-Z0-9+/=] 20-600}_{base64 43} | 3.5
            sentry-token | Sentry | | sntryu_{hex 64} | 3
            settlemint-token | SettleMint | | sm_aat_{alnum 16} | 3
            settlemint-token | SettleMint | | sm_pat_{alnum 16} | 3
            settlemint-token | SettleMint | | sm_sat_{alnum 16} | 3
            shippo-token | Shippo | | shippo_live_{Hex 40} |
            shippo-token | Shippo | | shippo_test_{Hex 40} |
            shopify-token | Shopify | | shpat_{Hex 32} |
            shopify-token | Shopify | | shpca_{Hex 32} |
            shopify-token | Shopify | | shppa_{Hex 32} |
            shopify-token | Shopify | | shpss_{Hex 32} |
            slack-token | Slack | | xox{[abeoprs] 1}-{digit 6-14}-{alnum 16-48} |
            slack-token | Slack | | xox{[abeoprs] 1}-{digit 6-14}-{digit 6-14}-{alnum 16-48} |
            slack-token | Slack | | xox{[abeoprs] 1}-{digit 6-14}-{digit 6-14}-{digit 6-14}-{alnum 8-64} |
            slack-token | Slack | | xox{[ar] 1}-{digit 1}-{alnum 8-48} |
            slack-token | Slack | | xoxe.xox{[bp] 1}-{digit 1}-{alnum 163-166} |
            slack-token | Slack | | xoxe-{digit 1}-{alnum 146} |
            slack-token | Slack | | xapp-{digit 1}-{alnum 6-16}-{digit 6-16}-{alnum 16-80} |
            slack-webhook | Slack | | hooks.slack.com/services/{[a-zA-Z0-9+/_] 24-90} | 3
            slack-webhook | Slack | | hooks.slack.com/workflows/{[a-zA-Z0-9+/_] 24-90} | 3
            slack-webhook | Slack | | hooks.slack.com/triggers/{[a-zA-Z0-9+/_] 24-90} | 3
            softlayer-key | SoftLayer | | api.softlayer.com/soap/v3/{lower 64} | 0
            softlayer-key | SoftLayer | | api.softlayer.com/soap/v3.1/{lower 64} | 0
            sourcegraph-token | Sourcegraph | | sgp_{Hex 40} | 3
            sourcegraph-token | Sourcegraph | | sgp_local_{Hex 40} | 3
            sourcegraph-token | Sourcegraph | | sgp_{Hex 16}_{Hex 40} | 3
            square-token | Square | | EAAA{word 22-60} | 3
            square-token | Square | | sq0atp-{word 22-60} |
            square-token | Square | | sq0csp-{[a-zA-Z0-9_\\\\-] 43} |
            stripe-key | Stripe | | sk_live_{alnum 10-99} |
            stripe-key | Stripe | | sk_test_{alnum 10-99} |
            stripe-key | Stripe | | sk_prod_{alnum 10-99} |
            stripe-key | Stripe | | rk_live_{alnum 10-99} |
            stripe-key | Stripe | | rk_test_{alnum 10-99} |
            stripe-key | Stripe | | rk_prod_{alnum 10-99} |
            teams-webhook | Microsoft Teams | | {[a-z0-9-] 1-60}.webhook.office.com/webhookb2/{[a-z0-9@-] 73}/IncomingWebhook/{lower 32}/{[a-z0-9-] 36} | 3
            telegram-token | Telegram | | api.telegram.org/bot{digit 8-10}:{word 35} | 3
            telegram-token | Telegram | | {digit 8-10}:{word 35} | 3
            terraform-token | Terraform Cloud | | {alnum 14}.atlasv1.{[a-zA-Z0-9_=-] 60-70} | 3
            twilio-key | Twilio | | SK{lower 32} | 0
            twilio-key | Twilio | | AC{lower 32} | 0
            typeform-token | Typeform | | tfp_{token 59} |
            vault-token | Vault | | hvs.{word 90-120} | 3.5
            vault-token | Vault | | hvb.{word 138-300} | 3.5
            vault-token | Vault | | s.{alnum 24} | 3.5
            """);

    /// The families that may begin with two characters, at the place that both make.
    private static final List<List<Family>> BY_START = byStart();

    private static final int SHORTEST =
            ALL.stream().mapToInt(family -> family.shape().least()).min().orElseThrow();

    private ProviderKeys() {}

    private static List<List<Family>> byStart() {
        List<List<Family>> all = new ArrayList<>(Collections.nCopies(ASCII * ASCII, List.of()));
        List<Family> shortestFirst = ALL.stream()
                .sorted(Comparator.comparingInt(family -> family.shape().least()))
                .toList();
        for (Family family : shortestFirst) {
            for (char first = ' '; first < ASCII; first++) {
                for (char second = ' '; second < ASCII; second++) {
                    if (family.shape().mayBegin(first, second)) {
                        int pair = first * ASCII + second;
                        List<Family> longer = new ArrayList<>(all.get(pair));
                        longer.add(family);
                        all.set(pair, longer);
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    /// The key that begins at a place, where there is one. The caller sees to it that no word goes on there.
    ///
    /// @param room how many characters there are before a space or the like
    static Look at(CharSequence text, int from, int room) {
        if (room < SHORTEST) {
            return Look.NOTHING;
        }
        char first = text.charAt(from);
        char second = text.charAt(from + 1);
        if (first >= ASCII || second >= ASCII) {
            return Look.NOTHING;
        }
        Look longest = Look.NOTHING;
        List<Family> families = BY_START.get(first * ASCII + second);
        for (int i = 0; i < families.size(); i++) {
            Family family = families.get(i);
            if (room < family.shape().least()) {
                break; // the shortest come first
            }
            int to = family.shape().match(text, from);
            if (to > longest.to() && family.isKey(text, from, to)) {
                longest = new Look(family.rule(), from, to);
            }
        }
        return longest;
    }
}
