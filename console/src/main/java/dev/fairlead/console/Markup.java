package dev.fairlead.console;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/// A page while it is written. Whatever a template puts into it is made [Inert] and escaped for its place, so that no
/// template can forget to.
final class Markup implements HtmlTemplateOutput {

    private final StringOutput text = new StringOutput(16_384);
    private final HtmlTemplateOutput escaping = new OwaspHtmlTemplateOutput(text);

    private Markup() {}

    /// A template with what it shows.
    @FunctionalInterface
    interface Template<P> {
        void render(HtmlTemplateOutput output, HtmlInterceptor interceptor, P page);
    }

    /// Looks at no tag.
    private static final class Uninterested implements HtmlInterceptor {
        @Override
        public void onHtmlTagOpened(String name, Map<String, Object> attributes, TemplateOutput output) {}

        @Override
        public void onHtmlTagClosed(String name, TemplateOutput output) {}
    }

    /// What a template writes.
    static <P> String of(Template<P> template, P page) {
        Markup markup = new Markup();
        template.render(markup, new Uninterested(), page);
        return markup.text.toString();
    }

    @Override
    public void setContext(String tag, String attribute) {
        escaping.setContext(tag, attribute);
    }

    @Override
    public void writeContent(String content) {
        escaping.writeContent(content);
    }

    @Override
    public void writeContent(String content, int from, int to) {
        escaping.writeContent(content, from, to);
    }

    @Override
    public void writeUserContent(String content) {
        escaping.writeUserContent(Inert.of(content));
    }

    @Override
    public void writeUserContent(Content content) {
        content.writeTo(this);
    }
}
