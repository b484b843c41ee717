package dev.fairlead.server;

import java.net.URI;
import java.util.List;

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

    /// People who read mail.
    ///
    /// @param address of the server that takes the mail, such as `smtp://name:password@host:587`. With `smtps`
    ///     it is spoken to under TLS from the first word, otherwise before any password
    record Mail(URI address, String from, List<String> to) implements Receiver {
        public Mail {
            to = List.copyOf(to);
            boolean isMail = "smtp".equals(address.getScheme()) || "smtps".equals(address.getScheme());
            if (!isMail || address.getHost() == null) {
                throw new IllegalArgumentException("mail needs an address such as smtp://host:587");
            }
            if (from.isBlank() || to.isEmpty()) {
                throw new IllegalArgumentException("mail needs somebody who sends it and somebody who gets it");
            }
        }

        /// Without the name and the password.
        @Override
        public String toString() {
            return "mail by " + address.getHost();
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
