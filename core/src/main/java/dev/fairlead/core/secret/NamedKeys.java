package dev.fairlead.core.secret;

import java.util.List;

/// Keys that have no mark of their own and are told by the name beside them, such as `SNYK_TOKEN=…` and a UUID.
///
/// To add a family: one line in the table. A name counts where one of the words stands in it (at its beginning, if the
/// word is shorter than four letters) and it speaks of a key. `only` says that the provider has no other keys: a
/// value of another shape beside such a name is none.
final class NamedKeys {

    static final List<Family> ALL = Family.table("""
            adafruit-key | Adafruit | adafruit | {[a-z0-9_-] 32} |
            adobe-id | Adobe | adobe | {Hex 32} |
            airtable-key | Airtable | airtable | {alnum 17} |
            algolia-key | Algolia | algolia | {lower 32} |
            alibaba-key | Alibaba Cloud | alibaba | {lower 30} |
            asana-secret | Asana | asana | {lower 32} |
            atlassian-token | Atlassian | atlassian, confluence, jira | {alnum 20}{Hex 4} | 3
            aws-secret-key | AWS | aws | {base64 40} | 3
            azure-storage-key | Azure Storage | accountkey, azurestorage | {base64 86}== | 3
            beamer-token | Beamer | beamer | b_{[a-zA-Z0-9=_-] 44} |
            bitbucket-secret | Bitbucket | bitbucket | {alnum 32} |
            bitbucket-secret | Bitbucket | bitbucket | {[a-zA-Z0-9=_-] 64} |
            bittrex-key | Bittrex | bittrex | {lower 32} |
            cloudant-key | Cloudant | cloudant, clou, cl | {hex 64} | 0
            cloudant-key | Cloudant | cloudant, clou, cl | {[a-z] 24} | 0
            cloudflare-key | Cloudflare | cloudflare | {word 40} |
            cloudflare-key | Cloudflare | cloudflare | {hex 37} |
            codecov-token | Codecov | codecov | {lower 32} |
            codecov-token | Codecov | codecov | {[0-9a-f-] 36} |
            cohere-key | Cohere | cohere, coapi | {alnum 40} | 3
            coinbase-token | Coinbase | coinbase | {word 64} |
            confluent-key | Confluent | confluent | {alnum 16} |
            confluent-key | Confluent | confluent | {alnum 64} |
            contentful-token | Contentful | contentful | {[a-zA-Z0-9=_-] 43} |
            datadog-token | Datadog | datadog | {lower 32} |
            datadog-token | Datadog | datadog | {lower 40} |
            discord-key | Discord | discord | {hex 64} |
            discord-key | Discord | discord | {[a-zA-Z0-9=_-] 32} |
            droneci-token | Drone | drone | {alnum 32} |
            dropbox-token | Dropbox | dropbox | {lower 15} |
            dropbox-token | Dropbox | dropbox | {[a-zA-Z0-9_=-] 64} |
            etsy-token | Etsy | etsy | {lower 24} |
            facebook-secret | Facebook | facebook | {hex 32} |
            fastly-token | Fastly | fastly | {[a-zA-Z0-9=_-] 32} |
            finicity-token | Finicity | finicity | {hex 32} |
            finicity-token | Finicity | finicity | {lower 20} |
            finnhub-token | Finnhub | finnhub | {lower 20} |
            flickr-token | Flickr | flickr | {lower 32} |
            freshbooks-token | FreshBooks | freshbooks | {lower 64} |
            gitter-token | Gitter | gitter | {[a-z0-9_-] 40} |
            gocardless-token | GoCardless | gocardless | live_{[a-zA-Z0-9_=-] 40} |
            heroku-key | Heroku | heroku | {[0-9a-fA-F-] 36} | 2
            hubspot-key | HubSpot | hubspot | {[0-9a-fA-F-] 36} | 2
            ibm-cloud-key | IBM Cloud | ibm, iam, cloud | {word 44} | 0
            ibm-cos-key | IBM Cloud Object Storage | ibmcos, cos, secretaccesskey, secretkey | {hex 48} | 0
            intercom-key | Intercom | intercom | {[a-zA-Z0-9=_-] 60} |
            jfrog-key | JFrog | jfrog, artifactory, bintray, xray | {alnum 64} |
            jfrog-key | JFrog | jfrog, artifactory, bintray, xray | {alnum 73} |
            kraken-token | Kraken | kraken | {[a-zA-Z0-9/=_+-] 80-90} |
            kucoin-key | KuCoin | kucoin | {hex 24} |
            kucoin-key | KuCoin | kucoin | {[0-9a-f-] 36} | 2
            launchdarkly-token | LaunchDarkly | launchdarkly | {[a-zA-Z0-9=_-] 40} |
            linear-secret | Linear | linear | {hex 32} |
            linkedin-secret | LinkedIn | linkedin | {alnum 14-16} |
            lob-key | Lob | lob | live_{hex 35} |
            lob-key | Lob | lob | test_{hex 35} |
            mailgun-key | Mailgun | mailgun | key-{hex 32} |
            mailgun-key | Mailgun | mailgun | pubkey-{hex 32} |
            mailgun-key | Mailgun | mailgun | {[a-h0-9] 32}-{[a-h0-9] 8}-{[a-h0-9] 8} |
            mapbox-token | Mapbox | mapbox | pk.{alnum 60}.{alnum 22} |
            mattermost-token | Mattermost | mattermost | {lower 26} |
            meraki-key | Cisco Meraki | meraki | {hex 40} | only
            messagebird-key | MessageBird | messagebird | {alnum 25} |
            messagebird-key | MessageBird | messagebird | {[0-9a-fA-F-] 36} | 2
            netlify-token | Netlify | netlify | {[a-zA-Z0-9=_-] 40-46} |
            newrelic-key | New Relic | newrelic | NRJS-{hex 19} |
            newrelic-key | New Relic | newrelic | NRII-{[a-zA-Z0-9-] 32} |
            newrelic-key | New Relic | newrelic | NRAK-{alnum 27} |
            newrelic-key | New Relic | newrelic | {alnum 64} |
            nytimes-token | New York Times | nytimes, newyorktimes | {[a-zA-Z0-9=_-] 32} |
            okta-token | Okta | okta | 00{[a-zA-Z0-9_=-] 40} | 3
            plaid-key | Plaid | plaid | {lower 24} | 3
            plaid-key | Plaid | plaid | {lower 30} | 3
            private-ai-key | Private AI | privateai | {lower 32} | 3
            rapidapi-token | RapidAPI | rapidapi | {word 50} |
            sendbird-token | Sendbird | sendbird | {hex 40} |
            sendbird-token | Sendbird | sendbird | {[0-9a-fA-F-] 36} | 2
            sentry-token | Sentry | sentry | {hex 64} | 3
            sidekiq-secret | Sidekiq | contribsys | {hex 8}:{hex 8} | 0
            snyk-token | Snyk | snyk | {[0-9a-fA-F-] 36} | 2
            softlayer-key | SoftLayer | softlayer, sl | {lower 64} | 0
            sonar-token | Sonar | sonar | {[a-zA-Z0-9=_-] 40-44} |
            squarespace-token | Squarespace | squarespace | {[0-9a-fA-F-] 36} | 2
            sumologic-key | Sumo Logic | sumo | su{alnum 12} | 3
            sumologic-key | Sumo Logic | sumo | {alnum 64} | 3
            travis-token | Travis CI | travis | {alnum 22} |
            twitch-token | Twitch | twitch | {lower 30} |
            twitter-token | Twitter | twitter | {digit 15-25}-{alnum 20-40} |
            twitter-token | Twitter | twitter | {alnum 25} |
            twitter-token | Twitter | twitter | {alnum 45} |
            twitter-token | Twitter | twitter | {alnum 50} |
            twitter-token | Twitter | twitter | AAAAAAAAAAAAAAAAAAAAAA{[a-zA-Z0-9%] 80-100} |
            yandex-key | Yandex | yandex | t1.{token 86+} |
            yandex-key | Yandex | yandex | AQVN{word 35-38} |
            yandex-key | Yandex | yandex | YC{word 38} |
            zendesk-key | Zendesk | zendesk | {lower 40} |
            """);

    private static final int SHORT = 4;
    private static final int SHORTEST =
            ALL.stream().mapToInt(family -> family.shape().least()).min().orElseThrow();

    private NamedKeys() {}

    /// The rule that takes a value beside a name for a provider's key; empty where none does.
    ///
    /// @param name in lower case, without separators
    static String rule(String name, String value) {
        if (value.length() < SHORTEST) {
            return "";
        }
        for (Family family : ALL) {
            if (isOf(family, name)
                    && family.shape().match(value, 0) == value.length()
                    && family.isKey(value, 0, value.length())) {
                return family.rule();
            }
        }
        return "";
    }

    /// Whether the name tells of a provider all of whose keys have another shape.
    static boolean isElsewhere(String name) {
        return ALL.stream().anyMatch(family -> family.isOnly() && isOf(family, name));
    }

    private static boolean isOf(Family family, String name) {
        List<String> words = family.names();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.length() < SHORT ? name.startsWith(word) : name.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
