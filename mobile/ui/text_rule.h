// What a text that somebody types may be, said while they type: well-formed (no half of a surrogate pair), without
// control characters that nobody sees, without those that turn the direction of what follows (a text reads on paper as
// it was signed), and no longer than its place holds in UTF-8. Nothing is ever cut or taken out unasked. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QString>

namespace plumb::mobile {

// Why `text` cannot be kept where `most` bytes fit, as a sentence; "" where it can.
QString textProblem(const QString& text, qsizetype most);
// So many bytes as people count them: in Chinese characters, or in English letters; rounded up.
QString lettersText(qsizetype bytes);
// Without the characters that textProblem() would name; its length is the person's own affair.
QString cleanedText(const QString& text);

class TextRule : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(int text READ text CONSTANT)  // bytes of a note, a reason, an answer
    Q_PROPERTY(int name READ name CONSTANT)  // of a person's name

  public:
    using QObject::QObject;

    [[nodiscard]] int text() const;
    [[nodiscard]] int name() const;
    Q_INVOKABLE QString problem(const QString& text, int most) const { return textProblem(text, most); }
    // How much more fits, once that is worth knowing; "" before.
    Q_INVOKABLE QString room(const QString& text, int most) const;
    Q_INVOKABLE bool cleanable(const QString& text) const { return cleanedText(text) != text; }
    Q_INVOKABLE QString cleaned(const QString& text) const { return cleanedText(text); }
};

}  // namespace plumb::mobile
