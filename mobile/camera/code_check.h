// Codes that carry their own check: the 15 digits of an ear tag (畜禽标识), the unified social credit code (GB
// 32100-2015), a traceability code. One check for what is typed and for what is scanned. Pure; UI thread (it
// translates).
#pragma once

#include <QString>

namespace plumb::mobile {

enum class CodeKind { any, earTag, creditCode, trace };

// By how a question is asked: its appearance ("ear-tag", "credit-code", "trace-code"), or its Chinese label (耳标,
// 统一社会信用代码 or 信用代码, 追溯码).
CodeKind codeKindOf(const QString& appearance, const QString& label);
// As it is entered: scanners give blanks and lower case, an ear tag's code with spaces, and a link where the code
// stands at its end.
QString codeText(CodeKind kind, const QString& read);
// "" where it keeps its check.
QString codeProblem(CodeKind kind, const QString& text);

}  // namespace plumb::mobile
