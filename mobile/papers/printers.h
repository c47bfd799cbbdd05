// The printers that CUPS knows, by its own commands (lpstat, lp): a paper goes to one as the bytes that it is, through
// a pipe and never by a file. Where CUPS is not, there are no printers. UI thread; nothing blocks.
#pragma once

#include <QObject>
#include <QStringList>
#include <functional>
#include <memory>
#include <string>

namespace plumb::mobile {

class Printers : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    // Asks anew; listed() comes with what there is.
    void look();
    // `then` gets "" or what the command said.
    void print(std::shared_ptr<const std::string> content, const QString& printer, const QString& title,
               const std::function<void(const QString& problem)>& then);

  signals:
    void listed(const QStringList& names);
};

}  // namespace plumb::mobile
