# The application alone, for use beside a Neo4j of its own (compose.yaml). Not run in CI.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn -B -q package -DskipTests

FROM eclipse-temurin:25-jre
RUN useradd --system --create-home --home-dir /var/lib/yuanliu yuanliu \
 && install -d -o yuanliu /var/lib/yuanliu/data
WORKDIR /var/lib/yuanliu
COPY --from=build /src/target/yuanliu.jar /opt/yuanliu.jar
USER yuanliu
VOLUME /var/lib/yuanliu/data
EXPOSE 8080
# 127.0.0.1 would be the container's own. Nobody signs in here: publish the port to this machine alone, or to a gateway that does it.
ENV SERVER_ADDRESS=0.0.0.0 YUANLIU_BEHIND_GATEWAY=true
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED", "-jar", "/opt/yuanliu.jar"]
