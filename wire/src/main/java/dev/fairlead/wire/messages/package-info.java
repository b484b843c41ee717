/// Lists of messages as the interfaces of OpenAI and Anthropic take them.
@NullMarked
package dev.fairlead.wire.messages;

import org.jspecify.annotations.NullMarked;
