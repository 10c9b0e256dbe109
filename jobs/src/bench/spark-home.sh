# Sourced by the benches that need more of Spark than its classes.

# Usage: spark_home DIRECTORY CLASSPATH. Links the jars as Spark's own download lays them out, and says where.
spark_home() {
  mkdir -p "$1/jars"
  tr : '\n' <<<"$2" | xargs ln -s -t "$1/jars"
  export SPARK_HOME=$1 SPARK_LOCAL_IP=127.0.0.1 SPARK_SCALA_VERSION=2.13
  JAVA_HOME=${JAVA_HOME:-$(cd "$(dirname "$(readlink -f "$(command -v java)")")/.." && pwd)}
  export JAVA_HOME
}
