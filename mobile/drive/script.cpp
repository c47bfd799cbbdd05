#include "mobile/drive/script.h"

#include <QJsonDocument>
#include <QJsonParseError>

namespace plumb::mobile {

namespace {

// In the order in which a line is looked through: the first member that is a verb names the step.
constexpr const char* kVerbs[] = {"tap",    "type",  "paste",  "compose", "commit", "keys",  "reach",
                                  "wait",   "gone",  "expect", "draw",    "scroll", "print", "screenshot",
                                  "resize", "pause", "access", "words",   "quit"};

}  // namespace

Script readScript(const QByteArray& text) {
    Script script;
    int number = 0;
    for (const auto& raw : text.split('\n')) {
        ++number;
        const QByteArray line = raw.trimmed();
        if (line.isEmpty() || line.startsWith("//")) continue;
        QJsonParseError error{};
        const auto document = QJsonDocument::fromJson(line, &error);
        if (!document.isObject()) {
            script.problem = QStringLiteral("line %1 of the script: %2").arg(number).arg(error.errorString());
            return script;
        }
        Step step;
        step.line = document.object();
        step.number = number;
        step.timeoutMs = step.line.value(QLatin1String("timeout")).toInt(step.timeoutMs);
        for (const char* verb : kVerbs) {
            if (!step.line.contains(QLatin1String(verb))) continue;
            step.verb = QLatin1String(verb);
            step.target = step.line.value(QLatin1String(verb)).toVariant().toString();
            break;
        }
        if (step.verb.isEmpty()) {
            script.problem = QStringLiteral("line %1 of the script names no step that is known").arg(number);
            return script;
        }
        script.steps.append(step);
    }
    return script;
}

}  // namespace plumb::mobile
