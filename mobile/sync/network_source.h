// What kind of network the tablet has, which decides whether photos may go now. Ours, so that a test and a script say
// it themselves; the system's word comes through QNetworkInformation. UI thread.
#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <string_view>

namespace plumb::mobile {

// wifi: a network that costs nothing by the byte, a cable too. unknown counts as mobile: what nobody knows may cost.
enum class NetworkKind { none, wifi, mobile, unknown };

class NetworkSource : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;
    [[nodiscard]] virtual NetworkKind kind() const = 0;
    // Whether "none" is to be taken at its word; the system's is often wrong, and trying costs little.
    [[nodiscard]] virtual bool isCertain() const { return false; }

  signals:
    void changed();
};

// As a test, or --network, says.
class FixedNetwork final : public NetworkSource {
    Q_OBJECT

  public:
    explicit FixedNetwork(NetworkKind kind) : m_kind(kind) {}
    [[nodiscard]] NetworkKind kind() const override { return m_kind; }
    [[nodiscard]] bool isCertain() const override { return true; }
    void set(NetworkKind kind);

  private:
    NetworkKind m_kind;
};

// "wifi", "mobile", "none"; "auto" or empty: as the system says.
std::unique_ptr<NetworkSource> networkSource(const QString& asked);
[[nodiscard]] bool isNetworkName(const QString& asked);

// Whether files of this type wait for Wi-Fi where the person asked for that: whatever was attached. The trail of
// answers and a checklist's document are small and belong to their record.
[[nodiscard]] bool waitsForWifi(std::string_view type);

}  // namespace plumb::mobile
