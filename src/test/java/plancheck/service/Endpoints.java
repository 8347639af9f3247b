package plancheck.service;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import plancheck.service.AccessTable.Endpoint;

/** Every mapping of every controller there is, with something in place of each variable. */
final class Endpoints {
    private Endpoints() {}

    static Set<Endpoint> of(TestService service) {
        Set<Endpoint> all = new TreeSet<>(Comparator.comparing(Endpoint::toString));
        service.all(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> all.addAll(endpoints(info))));
        return all;
    }

    private static List<Endpoint> endpoints(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? List.of("GET")
                : methods.stream().map(RequestMethod::name).toList();
        return info.getPatternValues().stream()
                .map(pattern -> pattern.isEmpty() ? "/" : pattern)
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000001")
                        .replace("/**", "/x"))
                .flatMap(path -> names.stream().map(name -> new Endpoint(name, path)))
                .toList();
    }
}
