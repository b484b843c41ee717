package dev.fairlead.server;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

/// Sends notices as mail.
final class Mailing {

    private static final String PATIENCE = String.valueOf(Duration.ofSeconds(10).toMillis());

    private Mailing() {}

    /// Sends one.
    ///
    /// @throws IOException where the server does not take it, with its words
    static void send(Receiver.Mail receiver, Notifications.Notice notice, Instant now) throws IOException {
        Session session = Session.getInstance(settings(receiver.address()));
        try (Transport transport = session.getTransport()) {
            Message message = message(session, receiver, notice, now);
            URI address = receiver.address();
            Optional<String> user = Optional.ofNullable(address.getUserInfo());
            if (user.isPresent()) {
                String[] parts = user.get().split(":", 2);
                transport.connect(address.getHost(), address.getPort(), parts[0], parts.length > 1 ? parts[1] : "");
            } else {
                transport.connect();
            }
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException fault) {
            throw new IOException(fault.getMessage(), fault);
        }
    }

    private static Properties settings(URI address) {
        String scheme = address.getScheme();
        boolean hasPassword = address.getUserInfo() != null;
        Properties settings = new Properties();
        settings.setProperty("mail.transport.protocol", scheme);
        settings.setProperty("mail.%s.host".formatted(scheme), address.getHost());
        if (address.getPort() > 0) {
            settings.setProperty("mail.%s.port".formatted(scheme), String.valueOf(address.getPort()));
        }
        settings.setProperty("mail.%s.connectiontimeout".formatted(scheme), PATIENCE);
        settings.setProperty("mail.%s.timeout".formatted(scheme), PATIENCE);
        settings.setProperty("mail.%s.writetimeout".formatted(scheme), PATIENCE);
        settings.setProperty("mail.%s.auth".formatted(scheme), String.valueOf(hasPassword));
        settings.setProperty("mail.%s.ssl.checkserveridentity".formatted(scheme), "true");
        settings.setProperty("mail.%s.starttls.enable".formatted(scheme), "true");
        settings.setProperty("mail.%s.starttls.required".formatted(scheme), String.valueOf(hasPassword));
        return settings;
    }

    private static Message message(Session session, Receiver.Mail receiver, Notifications.Notice notice, Instant now)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(receiver.from()));
        for (String each : receiver.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(each));
        }
        message.setSubject("Fairlead: %s %s".formatted(notice.kind(), notice.subject()), StandardCharsets.UTF_8.name());
        message.setText(notice.text() + "\n", StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        return message;
    }
}
