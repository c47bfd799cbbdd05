#include "mobile/ui/retelling.h"

#include <QMetaMethod>
#include <QMetaProperty>
#include <QSet>

namespace plumb::mobile {

namespace {

bool tellsWords(const QMetaProperty& property) {
    const int type = property.metaType().id();
    return type == QMetaType::QString || type == QMetaType::QStringList || type == QMetaType::QVariantList ||
           type == QMetaType::QVariantMap;
}

void retell(QObject& model) {
    const auto* meta = model.metaObject();
    QSet<int> told;
    for (int i = QObject::staticMetaObject.propertyCount(); i < meta->propertyCount(); ++i) {
        const auto property = meta->property(i);
        const auto signal = property.notifySignal();
        // One with parameters tells a value of its own, which words are not.
        if (!tellsWords(property) || !signal.isValid() || signal.parameterCount() > 0) continue;
        if (told.contains(signal.methodIndex())) continue;
        told.insert(signal.methodIndex());
        signal.invoke(&model, Qt::DirectConnection);
    }
}

}  // namespace

void retellBelow(const QObject& root) {
    for (QObject* child : root.children()) {
        retell(*child);
        retellBelow(*child);
    }
}

}  // namespace plumb::mobile
