package dev.fairlead.server;

import java.net.URI;

/// Where notifications go.
public sealed interface Receiver {

    /// The address it is reached at.
    URI address();

    /// Any receiver: JSON, signed with a secret that both know, as `sha256=` and the HMAC in hexadecimal.
    ///
    /// @param secret never empty
    record Webhook(URI address, String secret) implements Receiver {
        public Webhook {
            if (secret.isEmpty()) {
                throw new IllegalArgumentException("a webhook needs a secret, or nobody can tell who calls");
            }
        }

        /// Without the secret.
        @Override
        public String toString() {
            return "webhook at " + address.getHost();
        }
    }

    /// A receiver of Slack's incoming webhooks.
    record Slack(URI address) implements Receiver {

        /// Without the path, which is a secret.
        @Override
        public String toString() {
            return "Slack at " + address.getHost();
        }
    }
}
