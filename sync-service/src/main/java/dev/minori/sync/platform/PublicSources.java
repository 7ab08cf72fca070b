package dev.minori.sync.platform;

import dev.minori.kit.net.AddressGuard;
import dev.minori.kit.profile.Profile;
import dev.minori.sync.source.SourceReach;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Sources are on the public internet, unless the operator says that some are not; on a developer's machine they may be
 * anywhere. Decides on the numbers behind a name. The platform keeps them for a while, so that the call that follows goes to
 * the same ones.
 */
@ApplicationScoped
class PublicSources implements SourceReach {
    private final boolean privateAllowed;

    @Inject
    PublicSources(
            Profile profile,
            @ConfigProperty(name = "minori.sync.sources.allow-private", defaultValue = "false") boolean allowed) {
        this(profile.isLocal() || allowed);
    }

    PublicSources(boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    @Override
    public boolean allows(URI address) {
        if (privateAllowed) {
            return true;
        }
        String host = address.getHost();
        if (host == null) {
            return false;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(AddressGuard::isPublic);
        } catch (UnknownHostException _) {
            return true;
        }
    }
}
